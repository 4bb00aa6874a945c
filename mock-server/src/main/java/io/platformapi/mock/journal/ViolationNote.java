package io.platformapi.mock.journal;

import io.platformapi.contract.check.Violation;
import io.platformapi.contract.source.Excerpt;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was wrong with a request or its answer, in words: a violation itself holds the value, and with it all of the
 * body.
 *
 * @param in the part of the message
 * @param name the parameter's or member's name; empty for a whole body
 * @param pointer the JSON pointer within its value
 * @param rule what is broken, in one word
 * @param expected what would be right
 * @param received what was sent, shortened
 */
public record ViolationNote(String in, String name, String pointer, String rule, String expected, String received) {

    /** How many are kept of one request. */
    static final int MOST = 20;

    private static final int LONGEST = 200;

    /** The first of some of a request, and of its answer: of those the part is called {@code answer body}. */
    public static List<ViolationNote> of(List<Violation> ofRequest, List<Violation> ofAnswer) {
        if (ofRequest.isEmpty() && ofAnswer.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        ofRequest.stream().map(violation -> of(violation.in().keyword(), violation)),
                        ofAnswer.stream()
                                .map(violation -> of("answer " + violation.in().keyword(), violation)))
                .limit(MOST)
                .toList();
    }

    private static ViolationNote of(String in, Violation violation) {
        return new ViolationNote(
                in,
                cut(violation.name()),
                cut(violation.pointer()),
                violation.rule(),
                cut(violation.expected()),
                cut(violation.received()));
    }

    private static String cut(String text) {
        return Excerpt.of(text, LONGEST);
    }
}
