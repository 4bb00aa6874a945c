package io.platformapi.console;

import io.platformapi.contract.source.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The answer to a call that cannot be understood: one line, with the word that was probably meant, and the status 2.
 */
public final class WrongCall implements IParameterExceptionHandler {

    private static final int CANNOT_RUN = 2;

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        String line =
                (String.valueOf(fault.getMessage()) + meant(fault)).strip().replaceAll("\\s*\\R\\s*", " ");
        command.getErr()
                .println(command.getCommandSpec().qualifiedName() + ": " + line + " (--help lists the options)");
        command.getErr().flush();
        return CANNOT_RUN;
    }

    private static String meant(ParameterException fault) {
        if (!(fault instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> words = unmatched.getUnmatched();
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        return words.stream()
                .filter(word -> word.startsWith("-"))
                .findFirst()
                .map(word -> Suggestion.of(word.replaceFirst("=.*", ""), options(command)))
                .orElseGet(
                        () -> Suggestion.of(words.get(0), command.subcommands().keySet()));
    }

    private static Collection<String> options(CommandSpec command) {
        return command.optionsMap().entrySet().stream()
                .filter(each -> !each.getValue().hidden())
                .map(Map.Entry::getKey)
                .toList();
    }
}
