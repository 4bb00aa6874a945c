package io.platformapi.contract.format;

/** Characters as XML 1.0 spells them. */
final class XmlText {

    private XmlText() {}

    /** Appends text between tags. A carriage return is escaped, for readers would take it for a line feed. */
    static void content(StringBuilder out, String text) {
        append(out, text, false);
    }

    /** Appends the value of an attribute in double quotes. */
    static void attribute(StringBuilder out, String text) {
        append(out, text, true);
    }

    private static void append(StringBuilder out, String text, boolean attribute) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0xD800) {
                i += rare(text, i);
            } else if (c < ' ' || c == '&' || c == '<' || c == '>' || attribute && c == '"') {
                String escaped = escaped(text, c, attribute);
                if (!escaped.isEmpty()) {
                    out.append(text, from, i).append(escaped);
                    from = i + 1;
                }
            }
        }
        out.append(text, from, text.length());
    }

    private static String escaped(String text, char c, boolean attribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\r' -> "&#xD;";
            case '\n' -> attribute ? "&#xA;" : "";
            case '\t' -> attribute ? "&#x9;" : "";
            default -> throw unwritable(c, text);
        };
    }

    /** Refuses what is no character of XML; gives the number of chars to pass over besides this one. */
    private static int rare(String text, int at) {
        char c = text.charAt(at);
        if (Character.isSurrogate(c)) {
            if (!Character.isHighSurrogate(c)
                    || at + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(at + 1))) {
                throw unwritable(c, text);
            }
            return 1;
        }
        if (c >= 0xFFFE) {
            throw unwritable(c, text);
        }
        return 0;
    }

    private static UnwritableValue unwritable(char c, String text) {
        String shown = text.length() > 20 ? text.substring(0, 20) + "…" : text;
        return new UnwritableValue("XML has no way to write the character U+%04X of the text \"%s\"; use JSON."
                .formatted((int) c, shown.replaceAll("[^\\p{Print}…]", "?")));
    }

    /** Whether a text may be the name of an element without a prefix. */
    static boolean isName(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!isNameStart(c) && (i == 0 || c != '-' && c != '.' && !Character.isDigit(c))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 0x7F && Character.isLetter(c);
    }
}
