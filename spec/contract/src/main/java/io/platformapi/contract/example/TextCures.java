package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.KnownFormat;
import io.platformapi.contract.schema.TextFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that might do in the place of one that does not. */
final class TextCures {

    private static final int LONGEST = 5000;
    private static final int TRIES = 3;
    private static final List<String> OTHERS = List.of("x", "other", "", "a", "1", "A");

    private final Whim whim;

    TextCures(Whim whim) {
        this.whim = whim;
    }

    /** Texts that keep a keyword, as near to the text as may be. */
    Stream<String> of(String keyword, JsonNode limit, String text) {
        return switch (keyword) {
            case "minLength" -> longer(text, Math.min(limit.asInt(), LONGEST));
            case "maxLength" -> shorter(text, limit.asInt());
            case "pattern" -> matching(limit.asText(), text);
            default -> formatted(limit.asText(), text);
        };
    }

    /** Padded before, behind, and where the parts of an address, a name or a moment may grow. */
    private static Stream<String> longer(String text, int least) {
        int missing = Math.max(0, least - text.codePointCount(0, text.length()));
        String letters = "a".repeat(missing);
        Stream<String> inside = IntStream.range(0, text.length())
                .filter(index -> "@.:/-".indexOf(text.charAt(index)) >= 0)
                .boxed()
                .flatMap(index -> Stream.of(
                        text.substring(0, index) + letters + text.substring(index),
                        text.substring(0, index + 1) + letters + text.substring(index + 1)));
        Stream<String> moments = text.endsWith("Z") && missing > 0
                ? Stream.of(
                        text.substring(0, text.length() - 1) + "." + "0".repeat(Math.max(1, missing - 1)) + "Z",
                        text.substring(0, text.length() - 1) + "+00:00")
                : Stream.empty();
        return Stream.of(
                        Stream.of(text + letters, letters + text),
                        inside,
                        moments,
                        Stream.of(text + "1".repeat(missing)))
                .flatMap(each -> each);
    }

    private static Stream<String> shorter(String text, int most) {
        if (most < 0 || text.length() <= most) {
            return Stream.empty();
        }
        return Stream.of(text.substring(0, most), text.substring(text.length() - most));
    }

    private Stream<String> matching(String pattern, String text) {
        return Stream.generate(() -> PatternSample.text(pattern, whim, 0, LONGEST))
                .limit(TRIES)
                .flatMap(found -> found.stream())
                .flatMap(found -> Stream.of(
                        text + found,
                        found + text,
                        found.length() < text.length() ? found + text.substring(found.length()) : found,
                        found.length() < text.length()
                                ? text.substring(0, text.length() - found.length()) + found
                                : found,
                        found));
    }

    private Stream<String> formatted(String format, String text) {
        return KnownFormat.named(format).stream()
                .flatMap(known -> known instanceof TextFormat texts ? Stream.of(texts) : Stream.empty())
                .flatMap(known -> Stream.concat(
                        Stream.generate(() -> known.sample().text(whim::pick)).limit(TRIES), known.others().stream()))
                .flatMap(sample -> sample.length() > text.length()
                        ? Stream.of(text + sample.substring(text.length()), sample)
                        : Stream.of(sample));
    }

    /** Other texts. */
    Stream<String> around(String text) {
        return Stream.concat(Stream.of(text + "x", "x" + text), OTHERS.stream());
    }
}
