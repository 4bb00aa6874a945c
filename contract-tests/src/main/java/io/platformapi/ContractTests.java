package io.platformapi;

import io.platformapi.compat.CompatCommand;
import io.platformapi.lint.LintCommand;
import io.platformapi.report.Mishap;
import io.platformapi.verify.VerifyCommand;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the contract tests: one subcommand a tool, exit statuses fixed so that CI can rely on them. */
@Command(
        name = "contract-tests",
        description = "Checks servers, changes and documents against an OpenAPI contract.",
        mixinStandardHelpOptions = true,
        version = "contract-tests 1.0.0",
        subcommands = {VerifyCommand.class, CompatCommand.class, LintCommand.class},
        exitCodeOnInvalidInput = ContractTests.COULD_NOT_RUN,
        exitCodeOnExecutionException = ContractTests.COULD_NOT_RUN)
public final class ContractTests implements Runnable {

    /** The exit status of a tool that was called wrongly, could not run, or tested nothing. */
    static final int COULD_NOT_RUN = 2;

    private static final String OWN_HOST = "jdk.httpclient.allowRestrictedHeaders";

    private ContractTests() {}

    /** Runs the tool that the arguments name and ends the process with its exit status. */
    public static void main(String... arguments) {
        if (System.getProperty(OWN_HOST) == null) {
            System.setProperty(
                    OWN_HOST, "host"); // read once, by the first client: virtual hosts have names of their own
        }
        System.exit(commandLine().execute(arguments));
    }

    /** The command line; whatever goes wrong is told in a line and is the status 2, a mistake of our own included. */
    public static CommandLine commandLine() {
        return new CommandLine(new ContractTests())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((fault, arguments) ->
                        told(fault.getCommandLine(), fault.getMessage() + " (--help lists the options)"))
                .setExecutionExceptionHandler((fault, command, parsed) -> told(command, problem(fault)));
    }

    private static int told(CommandLine command, String problem) {
        String line = problem.strip().replaceAll("\\s*\\R\\s*", " ");
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + line);
        return COULD_NOT_RUN;
    }

    /** What files and networks refuse speaks for itself; anything else is a mistake of ours, and has a place. */
    private static String problem(Exception fault) {
        return fault instanceof IOException ? fault.getMessage() : Mishap.of(fault);
    }

    /** Called when no subcommand is named, which is a mistake in the call. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "Name a subcommand.");
    }
}
