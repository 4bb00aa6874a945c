package io.platformapi.console;

import io.platformapi.contract.source.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** What is wrong with a call, without the words of the language that the command is written in. */
final class PlainWords {

    private static final Pattern NOT_ONE_OF =
            Pattern.compile("expected one of \\[(.*?)] \\(case-(?:in)?sensitive\\) but was '(.*)'");
    private static final Pattern NO_ID = Pattern.compile("cannot convert '(.*?)' to UUID \\(.*\\)");
    private static final Pattern NO_WHOLE_NUMBER = Pattern.compile("is not an? (?:int|long|short|byte)\\b");
    private static final Pattern NO_NUMBER = Pattern.compile("is not a (?:double|float)\\b");

    private PlainWords() {}

    static String of(String message, CommandSpec command) {
        if (message.equals("Missing required subcommand")) {
            return "Name a command: " + listed(command);
        }
        String numbers = NO_NUMBER
                .matcher(NO_WHOLE_NUMBER.matcher(message).replaceAll("is no whole number"))
                .replaceAll("is no number");
        String ids = NO_ID.matcher(numbers).replaceAll("'$1' is no id, such as c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84");
        return NOT_ONE_OF
                .matcher(ids)
                .replaceAll(each -> Matcher.quoteReplacement(oneOf(each.group(1), each.group(2))));
    }

    /** The commands of a command, as people name them. */
    static String listed(CommandSpec command) {
        return String.join(", ", command.subcommands().keySet());
    }

    private static String oneOf(String names, String given) {
        List<String> known = List.of(names.toLowerCase(Locale.ROOT).split(", "));
        return "expected one of " + String.join(", ", known) + "; received '" + given + "'"
                + Suggestion.of(given, known);
    }
}
