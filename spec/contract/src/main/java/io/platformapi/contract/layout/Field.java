package io.platformapi.contract.layout;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object of OpenAPI.
 *
 * @param name its name
 * @param form how its objects are put together
 * @param kind what its objects are; null for a plain value
 * @param takes what it takes, where it is plain
 * @param required the versions in which no object goes without it
 * @param versions the versions that know it
 * @param use whether anything of ours looks at it
 */
public record Field(
        String name, Form form, @Nullable Kind kind, Takes takes, Versions required, Versions versions, Use use) {

    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]{}]");
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<name>[$\\w*]+)(?:=(?<objects>[\\[{]?[a-z-]+[\\]}]?))?"
                    + "(?::(?<takes>[a-z-]+|\\([^)]*\\)))?(?:\\+(?<required>-3\\.[01])?(?<always>))?(?:@(?<since>-?3\\.\\d))?(?<unread>!)?");

    /** Whether our tools look at a field, or know that it says nothing about messages. */
    public enum Use {
        READ,
        UNREAD
    }

    /** How the objects of a field are put together. */
    public enum Form {
        /** A text, a number, a list of them, or whatever the document's author wants. */
        VALUE,
        /** One object. */
        ONE,
        /** A list of objects. */
        LIST,
        /** Objects by name. */
        MAP
    }

    /** Some of the versions of OpenAPI. */
    public enum Versions {
        NONE(""),
        ALL("2.0 3.0 3.1 3.2"),
        UNTIL_3_0("2.0 3.0"),
        UNTIL_3_1("2.0 3.0 3.1"),
        SINCE_3_1("3.1 3.2"),
        SINCE_3_2("3.2");

        private final String known;

        Versions(String known) {
            this.known = known;
        }

        /** Whether a version such as {@code 3.1} is one of them. */
        public boolean include(String version) {
            return known.contains(version);
        }

        /** As the table writes them: since {@code 3.1}, or until {@code -3.0}; all where nothing is said. */
        static Versions of(@Nullable String written) {
            return written == null
                    ? ALL
                    : switch (written) {
                        case "-3.0" -> UNTIL_3_0;
                        case "-3.1" -> UNTIL_3_1;
                        case "3.1" -> SINCE_3_1;
                        case "3.2" -> SINCE_3_2;
                        default -> throw new IllegalArgumentException(written);
                    };
        }
    }

    /** What its objects are, of a field that has some. */
    public Kind objects() {
        return Objects.requireNonNull(kind);
    }

    /** Whether its value holds objects, by name or in a list, and is none itself. */
    public boolean isContainer() {
        return form == Form.LIST
                || form == Form.MAP
                || kind != null && Layout.field(kind, "*").isPresent();
    }

    /** A field as the table of {@link Layout} writes it. */
    static Field of(String written) {
        Matcher field = WRITTEN.matcher(written);
        if (!field.matches()) {
            throw new IllegalArgumentException(written);
        }
        String objects = Objects.requireNonNullElse(field.group("objects"), "");
        String kind = BRACKETS.matcher(objects).replaceAll("");
        return new Field(
                field.group("name"),
                form(objects),
                kind.isEmpty() ? null : Kind.of(kind),
                Takes.of(Objects.requireNonNullElse(field.group("takes"), "any")),
                field.group("always") == null ? Versions.NONE : Versions.of(field.group("required")),
                Versions.of(field.group("since")),
                field.group("unread") == null ? Use.READ : Use.UNREAD);
    }

    private static Form form(String value) {
        return value.isEmpty()
                ? Form.VALUE
                : value.startsWith("[") ? Form.LIST : value.startsWith("{") ? Form.MAP : Form.ONE;
    }
}
