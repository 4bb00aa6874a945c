package io.platformapi.contract.format;

import io.platformapi.contract.source.Excerpt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Characters as XML 1.0 spells them. */
final class XmlText {

    private static final char FIRST_RARE = Character.MIN_SURROGATE;
    private static final String CONTROLS = IntStream.range(0, ' ')
            .filter(c -> c != '\n' && c != '\t')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    private static final CharacterTable CONTENT =
            CharacterTable.of(CONTROLS + "&<>").andFrom(FIRST_RARE);
    private static final CharacterTable SECTION = CharacterTable.of(CONTROLS).andFrom(FIRST_RARE);
    private static final CharacterTable ATTRIBUTE =
            CharacterTable.of(CONTROLS + "&<>\"\n\t").andFrom(FIRST_RARE);

    private XmlText() {}

    /** Appends text between tags. A carriage return is escaped, for readers would take it for a line feed. */
    static void content(Output out, String text) {
        append(out, text, CONTENT);
    }

    /** Appends the value of an attribute in double quotes. */
    static void attribute(Output out, String text) {
        append(out, text, ATTRIBUTE);
    }

    /** Appends text as a section in which nothing is escaped; one that has to be escaped as other text. */
    static void section(Output out, String text) {
        if (text.indexOf('\r') >= 0) {
            content(out, text);
            return;
        }
        out.append("<![CDATA[");
        append(out, text.replace("]]>", "]]]]><![CDATA[>"), SECTION);
        out.append("]]>");
    }

    private static void append(Output out, String text, CharacterTable special) {
        int start = out.length();
        out.append(text);
        if (out.has(special, start)) {
            out.cut(start);
            appendEscaped(out, text, special);
        }
    }

    private static void appendEscaped(Output out, String text, CharacterTable special) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!special.contains(c)) {
                out.append(c);
            } else if (c < FIRST_RARE) {
                out.append(escaped(text, c));
            } else {
                int pair = rare(text, i);
                out.append(text.substring(i, i + 1 + pair));
                i += pair;
            }
        }
    }

    private static String escaped(String text, char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\r' -> "&#xD;";
            case '\n' -> "&#xA;";
            case '\t' -> "&#x9;";
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
        String shown = Excerpt.of(text, 20);
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
