package io.platformapi.contract.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.source.Excerpt;
import java.io.IOException;
import java.io.Writer;

/** A value as a message shows it: JSON, cut where it gets long. */
public final class Shown {

    private static final int LONGEST = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Shown() {}

    /** What a keyword looks at: for limits of length the length, for everything else the value. */
    static String of(String keyword, JsonNode value) {
        return switch (keyword) {
            case "minItems", "maxItems" -> length(value) + " items";
            case "minProperties", "maxProperties" -> length(value) + " members";
            case "minLength", "maxLength" -> length(value) + " characters";
            default -> of(value);
        };
    }

    static int length(JsonNode value) {
        String text = value.asText();
        return value.isContainerNode() ? value.size() : text.codePointCount(0, text.length());
    }

    /** A text as it stands, every other value as JSON; cut where it gets long. */
    public static String plain(JsonNode value) {
        String text = value.asText();
        boolean whole = text.length() < LONGEST;
        return !value.isTextual() ? of(value) : whole ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** The value, cut where it gets long. */
    public static String of(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        Beginning text = new Beginning();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            JSON.writeTree(json, value);
        } catch (IOException enough) {
            // the rest is not shown
        }
        return text.toString();
    }

    /** The beginning of what is written; whoever goes on to write is told that it is enough. */
    private static final class Beginning extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] written, int from, int length) throws IOException {
            text.append(written, from, Math.min(length, LONGEST + 1 - Math.min(text.length(), LONGEST + 1)));
            if (text.length() > LONGEST) {
                throw new IOException();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return Excerpt.of(text.toString(), LONGEST);
        }
    }
}
