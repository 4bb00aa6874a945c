package io.platformapi.console;

import static java.util.stream.Collectors.joining;

import io.platformapi.contract.source.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        String line = said(fault, command.getCommandSpec(), arguments).strip().replaceAll("\\s*\\R\\s*", " ");
        command.getErr()
                .println(command.getCommandSpec().qualifiedName() + ": " + line + " (--help lists the options)");
        command.getErr().flush();
        return CANNOT_RUN;
    }

    private static String said(ParameterException fault, CommandSpec command, String[] arguments) {
        if (!(fault instanceof UnmatchedArgumentException unmatched)) {
            return PlainWords.of(String.valueOf(fault.getMessage()), command);
        }
        List<String> words = unmatched.getUnmatched();
        return words.stream()
                .filter(word -> word.startsWith("-"))
                .findFirst()
                .map(word -> fault.getMessage() + Suggestion.of(word.replaceFirst("=.*", ""), options(command)))
                .orElseGet(() -> tooMany(words, command, arguments));
    }

    /** Words where none belong: most likely one of them, or one before them, is a command with a slip in it. */
    private static String tooMany(List<String> words, CommandSpec command, String[] arguments) {
        Collection<String> commands = command.subcommands().keySet();
        String meant = Stream.of(arguments)
                .filter(word -> !commands.contains(word))
                .map(word -> Suggestion.of(word, commands))
                .filter(suggestion -> !suggestion.isEmpty())
                .findFirst()
                .orElse("");
        if (commands.isEmpty() || !command.positionalParameters().isEmpty()) {
            return words.stream().map(word -> "'" + word + "'").collect(joining(", "))
                    + (words.size() == 1 ? " is one too many" : " are too many")
                    + meant;
        }
        return "There is no command '" + words.get(0) + "'"
                + (meant.isEmpty() ? ": these are " + PlainWords.listed(command) : meant);
    }

    private static Collection<String> options(CommandSpec command) {
        return command.optionsMap().entrySet().stream()
                .filter(each -> !each.getValue().hidden())
                .map(Map.Entry::getKey)
                .toList();
    }
}
