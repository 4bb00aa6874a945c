package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A value as a message shows it: JSON, cut where it gets long. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** What a keyword looks at: for limits of length the length, for everything else the value. */
    static String of(String keyword, JsonNode value) {
        return switch (keyword) {
            case "minItems", "maxItems" -> value.size() + " items";
            case "minProperties", "maxProperties" -> value.size() + " members";
            case "minLength", "maxLength" ->
                value.asText().codePointCount(0, value.asText().length()) + " characters";
            default -> of(value);
        };
    }

    static String of(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
