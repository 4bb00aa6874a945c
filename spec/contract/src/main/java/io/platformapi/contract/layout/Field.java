package io.platformapi.contract.layout;

import org.jspecify.annotations.Nullable;

/**
 * A field of an object of OpenAPI.
 *
 * @param name its name
 * @param form how its objects are put together
 * @param kind what its objects are; null for a plain value
 * @param versions the versions that know it
 * @param use whether anything of ours looks at it
 */
public record Field(String name, Form form, @Nullable Kind kind, Versions versions, Use use) {

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

    /** Which versions of OpenAPI know something: all, those up to 3.0, or those since another. */
    public enum Versions {
        ALL("3."),
        UNTIL_3_0("3.0"),
        SINCE_3_1("3.1 3.2"),
        SINCE_3_2("3.2");

        private final String known;

        Versions(String known) {
            this.known = known;
        }

        /** Whether a version such as {@code 3.1} is one of them. */
        public boolean include(String version) {
            return this == ALL || known.contains(version);
        }
    }

    /** Whether its value holds objects, by name or in a list, and is none itself. */
    public boolean isContainer() {
        return form == Form.LIST
                || form == Form.MAP
                || kind != null && Layout.field(kind, "*").isPresent();
    }

    /** A field as the table of {@link Layout} writes it. */
    static Field of(String written) {
        String[] parts = written.split("@");
        int equals = parts[0].indexOf('=');
        String name = equals < 0 ? parts[0] : parts[0].substring(0, equals);
        String value = equals < 0 ? "" : parts[0].substring(equals + 1);
        String kind = value.replaceAll("[\\[\\]{}]", "");
        return new Field(
                name,
                form(value),
                kind.isEmpty() ? null : kind(kind),
                versions(parts),
                written.endsWith("!") ? Use.UNREAD : Use.READ);
    }

    private static Kind kind(String written) {
        return Kind.valueOf(written.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private static Form form(String value) {
        return value.isEmpty()
                ? Form.VALUE
                : value.startsWith("[") ? Form.LIST : value.startsWith("{") ? Form.MAP : Form.ONE;
    }

    private static Versions versions(String[] parts) {
        return parts.length == 1
                ? Versions.ALL
                : switch (parts[1].replace("!", "")) {
                    case "-3.0" -> Versions.UNTIL_3_0;
                    case "3.1" -> Versions.SINCE_3_1;
                    default -> Versions.SINCE_3_2;
                };
    }
}
