package io.platformapi.mock;

import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the body of an answer comes: item by item where it is a stream, drop by drop where somebody wants it so. */
enum AnswerFlow {
    /** Streams item by item, everything else at once. */
    USUAL,
    /** All of it, in ten pieces over two seconds. */
    DRIPPING;

    private static final int DROPS = 10;

    /** Lines of events end in any of three ways. */
    private static final Pattern EMPTY_LINE = Pattern.compile("(\\r\\n|\\n|\\r(?!\\n)){2}");

    private static final Pattern LINE = Pattern.compile("\\n");
    private static final Set<String> PARTS = Set.of("multipart/mixed", "multipart/x-mixed-replace");
    private static final Duration PAUSE = Duration.ofMillis(200);

    /**
     * A body in pieces.
     *
     * @param ends where each piece ends, in bytes
     * @param pause the time before each
     */
    record Pieces(List<Integer> ends, Duration pause) {

        /** All of it at once. */
        static final Pieces ONE = new Pieces(List.of(), Duration.ZERO);
    }

    /** The pieces of an answer that is to be late by a delay: each item of a stream is. */
    Pieces pieces(HttpResponse answer, Duration delay) {
        byte[] body = answer.body();
        if (this == DRIPPING) {
            return new Pieces(drops(body.length), PAUSE);
        }
        return answer.contentType()
                .filter(any -> !delay.isZero())
                .flatMap(AnswerFlow::end)
                .map(end -> new Pieces(items(body, end), delay))
                .orElse(Pieces.ONE);
    }

    /**
     * What an item of a type ends with: an event with an empty line, a part with its line's, any other with its own.
     */
    private static Optional<Pattern> end(MediaType type) {
        if (type.essence().equals("text/event-stream")) {
            return Optional.of(EMPTY_LINE);
        }
        if (PARTS.contains(type.essence())) {
            return Optional.ofNullable(type.parameters().get("boundary"))
                    .map(boundary -> Pattern.compile("\\r\\n(?=--" + Pattern.quote(boundary) + "(?!--))"));
        }
        return Bodies.isStream(type) ? Optional.of(LINE) : Optional.empty();
    }

    private static List<Integer> drops(int length) {
        List<Integer> ends = new ArrayList<>();
        for (int drop = 1; drop <= DROPS; drop++) {
            ends.add((int) ((long) length * drop / DROPS));
        }
        return ends.stream().filter(end -> end > 0).distinct().toList();
    }

    private static List<Integer> items(byte[] body, Pattern end) {
        List<Integer> ends = new ArrayList<>();
        Matcher found = end.matcher(new String(body, StandardCharsets.ISO_8859_1)); // a byte is a letter
        while (found.find()) {
            ends.add(found.end());
        }
        return ends.isEmpty() ? List.of(body.length) : ends;
    }
}
