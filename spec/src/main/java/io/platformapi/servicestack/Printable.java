package io.platformapi.servicestack;

import java.util.regex.Pattern;

/** Text for people that every format can hold: what XML has no way to write is shown by its number. */
final class Printable {

    /** What is no character of XML 1.0 (section 2.2); half a surrogate pair matches, a whole one does not. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Printable() {}

    static String of(String text) {
        return UNWRITABLE
                .matcher(text)
                .replaceAll(found -> "\\\\u%04X".formatted((int) found.group().charAt(0)));
    }
}
