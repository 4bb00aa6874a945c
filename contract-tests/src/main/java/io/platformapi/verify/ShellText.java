package io.platformapi.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as a POSIX shell is given them, so that it hands on these very bytes. */
final class ShellText {

    /** Systems hand no program an argument of more than 128 KiB; what is built into the shell has no such limit. */
    private static final int LONGEST_ARGUMENT = 100_000;

    private ShellText() {}

    /** A text in quotes, within which a shell reads nothing but their end. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A text in quotes within which variables count; it holds none itself. */
    static String literal(String text) {
        return text.replaceAll("[\\\\\"$`]", "\\\\$0");
    }

    /** Whether bytes are a printable text of UTF-8 that fits an argument, and so survive quotes and people's eyes. */
    static boolean isPlain(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return bytes.length <= LONGEST_ARGUMENT
                && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                && text.codePoints().allMatch(ShellText::isVisible);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The command that writes the bytes to its standard output, whatever they are. */
    static String printed(byte[] bytes) {
        StringBuilder format = new StringBuilder("printf '");
        for (int i = 0; i < bytes.length; i++) {
            format.append(printed((char) (bytes[i] & 0xFF), i));
        }
        return format.append('\'').toString();
    }

    /** One octet in a format of {@code printf}; a hyphen in front would be an option. */
    private static String printed(char octet, int at) {
        boolean own = octet >= ' ' && octet <= '~' && octet != '\'' && !(octet == '-' && at == 0);
        return switch (octet) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\\' -> "\\\\";
            case '%' -> "%%";
            default -> own ? String.valueOf(octet) : "\\%03o".formatted((int) octet);
        };
    }
}
