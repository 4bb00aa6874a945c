package io.platformapi.mock.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an example stands in an operation; ordered as its target is.
 *
 * @param part what of a message it shows
 * @param key the place of a parameter, or the status of an answer; empty for the body of a request
 * @param name the name of a parameter or header field, or the media type of a body
 */
record ExamplePlace(Part part, String key, String name) implements Comparable<ExamplePlace> {

    /** A part of a message that has examples, and the JSONPath below its operation that leads to it. */
    enum Part {
        PARAMETER("parameters[?@.in==%s && @.name==%s]"),
        BODY("requestBody.content[%2$s]"),
        ANSWER("responses[%s].content[%s]"),
        HEADER("responses[%s].headers[%s]");

        private final String path;
        private final Pattern pattern;

        Part(String path) {
            this.path = path;
            this.pattern =
                    Pattern.compile(Pattern.quote(path).replace("%2$s", "%s").replace("%s", "\\E" + QUOTED + "\\Q"));
        }

        private Optional<ExamplePlace> read(String target) {
            Matcher matcher = pattern.matcher(target);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            boolean single = matcher.groupCount() == 1;
            String key = single ? "" : unquoted(matcher.group(1));
            return Optional.of(new ExamplePlace(this, key, unquoted(matcher.group(matcher.groupCount()))));
        }
    }

    /** A text as JSONPath quotes it (RFC 9535, section 2.3.1.1). */
    static final String QUOTED = "('(?:[^'\\\\]|\\\\.)*')";

    static ExamplePlace parameter(String in, String name) {
        return new ExamplePlace(Part.PARAMETER, in, name);
    }

    static ExamplePlace body(String type) {
        return new ExamplePlace(Part.BODY, "", type);
    }

    static ExamplePlace answer(int status, String type) {
        return new ExamplePlace(Part.ANSWER, String.valueOf(status), type);
    }

    static ExamplePlace header(int status, String name) {
        return new ExamplePlace(Part.HEADER, String.valueOf(status), name);
    }

    /** The place that a path below an operation leads to; empty where examples do not stand there. */
    static Optional<ExamplePlace> of(String target) {
        for (Part part : Part.values()) {
            Optional<ExamplePlace> found = part.read(target);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether it is a place in an answer. */
    boolean isOfAnswer() {
        return part == Part.ANSWER || part == Part.HEADER;
    }

    String target() {
        return String.format(part.path, quoted(key), quoted(name));
    }

    static String quoted(String text) {
        return "'" + text.replaceAll("['\\\\]", "\\\\$0") + "'";
    }

    static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    @Override
    public int compareTo(ExamplePlace other) {
        return target().compareTo(other.target());
    }
}
