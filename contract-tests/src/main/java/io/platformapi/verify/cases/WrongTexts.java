package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Stream;

/** Texts that one keyword refuses, and that are like a valid one otherwise. */
final class WrongTexts {

    private static final int LARGEST = 5000;

    private WrongTexts() {}

    /** Texts of a length: of what the valid one has, of letters, of digits. */
    static Stream<JsonNode> ofLength(int length, JsonNode valid) {
        if (length < 0 || length > LARGEST) {
            return Stream.empty();
        }
        String text = valid.isTextual() ? valid.asText() : "";
        return nodes(Stream.of(text, text.isEmpty() ? "" : text.substring(text.length() - 1), "x", "1", "A")
                .filter(piece -> !piece.isEmpty())
                .map(piece -> piece.repeat(length / piece.length() + 1).substring(0, length)));
    }

    /** Texts that differ from a valid one in a character at one of its ends, and one that is like nothing. */
    static Stream<JsonNode> unlike(JsonNode valid) {
        String text = valid.asText();
        return nodes(
                text.isEmpty()
                        ? Stream.of("~ ~", "~")
                        : Stream.of(
                                "~ ~",
                                text.substring(0, text.length() - 1) + "~",
                                "~" + text.substring(1),
                                text + "~",
                                "~".repeat(text.length())));
    }

    private static Stream<JsonNode> nodes(Stream<String> texts) {
        return texts.map(JsonNodeFactory.instance::textNode);
    }
}
