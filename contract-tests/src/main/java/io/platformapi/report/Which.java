package io.platformapi.report;

import io.platformapi.contract.Operation;
import io.platformapi.contract.source.Suggestion;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which operations are meant: a value of {@code --include} and {@code --exclude}, such as {@code path=/pets/**}.
 *
 * @param key by what of an operation
 * @param glob what that has to be; {@code *} is anything, in a path anything but a slash, and {@code **} a slash too
 */
public record Which(String key, String glob) {

    private static final Set<String> KEYS = Set.of("path", "tag", "id", "method");
    private static final String DEPRECATED = "deprecated";
    private static final Pattern STARS = Pattern.compile("\\*+|[^*]+");

    /** Reads {@code tag=pets}, or {@code deprecated}. */
    public static final class Converter implements ITypeConverter<Which> {

        @Override
        public Which convert(String text) {
            int equals = text.indexOf('=');
            String key = (equals < 0 ? text : text.substring(0, equals)).strip();
            if (equals < 0 && key.equals(DEPRECATED)) {
                return new Which(key, "");
            }
            if (equals < 0 || !KEYS.contains(key)) {
                throw new TypeConversionException(
                        "expected path=, tag=, id= or method= with a pattern, or deprecated; received '" + text + "'"
                                + Suggestion.of(key, Set.of("path", "tag", "id", "method", DEPRECATED)));
            }
            return new Which(key, text.substring(equals + 1));
        }
    }

    /** The meaning of a text, as {@code tag=pets}. */
    public static Which of(String text) {
        return new Converter().convert(text);
    }

    /** Whether an operation is meant. */
    public boolean means(Operation operation) {
        return switch (key) {
            case "path" -> matches(operation.path().text());
            case "tag" -> operation.tags().stream().anyMatch(this::matches);
            case "method" -> matches(operation.method());
            case DEPRECATED -> operation.deprecated();
            default -> matches(operation.id());
        };
    }

    private boolean matches(String text) {
        boolean path = key.equals("path");
        String wanted = key.equals("method") ? glob.toUpperCase(Locale.ROOT) : glob;
        StringBuilder pattern = new StringBuilder();
        for (Matcher part = STARS.matcher(wanted); part.find(); ) {
            boolean stars = part.group().startsWith("*");
            boolean anything = !path || part.group().length() > 1;
            pattern.append(stars ? anything ? ".*" : "[^/]*" : Pattern.quote(part.group()));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    @Override
    public String toString() {
        return key.equals(DEPRECATED) ? key : key + "=" + glob;
    }
}
