package io.platformapi.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/**
 * Colours for who reads at a terminal, and none for whatever else reads: a pipe, a file, somebody who has set
 * {@code NO_COLOR}. {@code CLICOLOR_FORCE=1} has them everywhere.
 */
public enum Paint {
    PLAIN,
    COLOURED;

    private static final Pattern ANSWER = Pattern.compile("^(\\S+ \\S+ )([1-5]\\d\\d)(?= )");

    /** What a command has here, as picocli has it for the texts of its help. */
    public static Paint here() {
        return Ansi.AUTO.enabled() ? COLOURED : PLAIN;
    }

    public String red(String text) {
        return in("31", text);
    }

    public String green(String text) {
        return in("32", text);
    }

    public String yellow(String text) {
        return in("33", text);
    }

    public String bold(String text) {
        return in("1", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    /** A line of a log that begins with method, target and status. */
    public String answer(String line) {
        return this == PLAIN
                ? line
                : ANSWER.matcher(line)
                        .replaceFirst(match -> Matcher.quoteReplacement(match.group(1) + status(match.group(2))));
    }

    private String status(String status) {
        return switch (status.charAt(0)) {
            case '4' -> yellow(status);
            case '5' -> red(status);
            default -> green(status);
        };
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
