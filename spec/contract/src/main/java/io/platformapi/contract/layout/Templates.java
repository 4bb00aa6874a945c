package io.platformapi.contract.layout;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts with variables in braces: paths, and the addresses of servers. */
final class Templates {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private Templates() {}

    /** The names of the variables, in order. */
    static Stream<String> names(String template) {
        return VARIABLE.matcher(template).results().map((MatchResult found) -> found.group(1));
    }

    /** The text without its variables. */
    static String fixed(String template) {
        return VARIABLE.matcher(template).replaceAll("");
    }
}
