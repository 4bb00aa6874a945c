package io.platformapi.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A path with variables, such as {@code /pets/{petId}}.
 *
 * @param text the template as written
 * @param segments its parts between slashes
 */
public record PathTemplate(String text, List<Segment> segments) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    /**
     * A part of a path.
     *
     * @param text the part as written
     * @param variables the names of its variables, in order; none for a literal
     */
    public record Segment(String text, List<String> variables) {

        boolean isLiteral() {
            return variables.isEmpty();
        }

        /** Whether it is one variable and nothing else. */
        boolean isVariable() {
            return variables.size() == 1 && text.startsWith("{") && text.endsWith("}");
        }

        boolean takesIn(Segment other) {
            return isVariable()
                    || (isLiteral() || !other.isLiteral()
                            ? shape(text).equals(shape(other.text))
                            : pattern().matcher(other.text).matches());
        }

        /** The pattern of a part that mixes text and variables, such as {@code {name}.{format}}. */
        Pattern pattern() {
            StringBuilder regex = new StringBuilder();
            Matcher variable = VARIABLE.matcher(text);
            int end = 0;
            while (variable.find()) {
                regex.append(Pattern.quote(text.substring(end, variable.start())))
                        .append("(.+?)");
                end = variable.end();
            }
            return Pattern.compile(
                    regex.append(Pattern.quote(text.substring(end))).toString());
        }
    }

    /** Reads a template. */
    public static PathTemplate of(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String part : (text.startsWith("/") ? text.substring(1) : text).split("/", -1)) {
            List<String> variables = new ArrayList<>();
            Matcher variable = VARIABLE.matcher(part);
            while (variable.find()) {
                variables.add(variable.group(1));
            }
            segments.add(new Segment(part, List.copyOf(variables)));
        }
        return new PathTemplate(text, List.copyOf(segments));
    }

    /** The names of all variables, in order. */
    public List<String> variables() {
        List<String> names = new ArrayList<>();
        segments.forEach(segment -> names.addAll(segment.variables()));
        return names;
    }

    /** The template with its variables' names left out: two templates that are equal so match the same paths. */
    public String shape() {
        return shape(text);
    }

    private static String shape(String text) {
        return VARIABLE.matcher(text).replaceAll("{}");
    }

    /**
     * Whether every path that another template matches is matched by this one, too, such as {@code /pets/mine} by
     * {@code /pets/{id}}; of a part that mixes text and variables as far as its text shows it.
     */
    public boolean takesIn(PathTemplate other) {
        return segments.size() == other.segments.size()
                && IntStream.range(0, segments.size())
                        .allMatch(i -> segments.get(i).takesIn(other.segments.get(i)));
    }

    @Override
    public String toString() {
        return text;
    }
}
