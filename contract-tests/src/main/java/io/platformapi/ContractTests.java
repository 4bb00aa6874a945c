package io.platformapi;

import io.platformapi.compat.CompatCommand;
import io.platformapi.console.CompletionCommand;
import io.platformapi.console.Conventions;
import io.platformapi.contract.source.FileFault;
import io.platformapi.lint.LintCommand;
import io.platformapi.report.Mishap;
import io.platformapi.verify.VerifyCommand;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The command line of the contract tests: one subcommand a tool, exit statuses fixed so that CI can rely on them. */
@Command(
        name = "contract-tests",
        description = "Checks servers, changes and documents against an OpenAPI contract.",
        mixinStandardHelpOptions = true,
        subcommands = {VerifyCommand.class, CompatCommand.class, LintCommand.class, CompletionCommand.class},
        exitCodeOnInvalidInput = ContractTests.COULD_NOT_RUN,
        exitCodeOnExecutionException = ContractTests.COULD_NOT_RUN)
public final class ContractTests implements Runnable {

    /** The exit status of a tool that was called wrongly, could not run, or tested nothing. */
    static final int COULD_NOT_RUN = 2;

    @Spec
    private @Nullable CommandSpec command;

    private ContractTests() {}

    /** Runs the tool that the arguments name and ends the process with its exit status. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line; whatever goes wrong is told in a line and is the status 2, a mistake of our own included. */
    public static CommandLine commandLine() {
        return Conventions.keptBy(new CommandLine(new ContractTests()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(ContractTests::run)
                .setExecutionExceptionHandler((fault, command, parsed) -> told(command, problem(fault)));
    }

    /** A stack or a heap that is full is a mistake like any other. */
    private static int run(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (Error e) {
            throw new ExecutionException(last(parsed), Mishap.of(e), e);
        }
    }

    private static CommandLine last(ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        return commands.get(commands.size() - 1);
    }

    private static int told(CommandLine command, String problem) {
        String line = problem.strip().replaceAll("\\s*\\R\\s*", " ");
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + line);
        return COULD_NOT_RUN;
    }

    /** What files and networks refuse speaks for itself; anything else is a mistake of ours, and has a place. */
    private static String problem(Exception fault) {
        if (fault instanceof FileSystemException refused && refused.getFile() != null) {
            return refused.getFile() + ": " + FileFault.reason(refused);
        }
        boolean spoken = fault instanceof IOException || fault.getCause() instanceof Error;
        return spoken ? String.valueOf(fault.getMessage()) : Mishap.of(fault);
    }

    /** Called when no subcommand is named, which is a mistake in the call. */
    @Override
    public void run() {
        CommandSpec own = Objects.requireNonNull(command);
        throw new ParameterException(
                own.commandLine(),
                "Name a command: " + String.join(", ", own.subcommands().keySet()));
    }
}
