package io.platformapi;

import io.platformapi.compat.CompatCommand;
import io.platformapi.lint.LintCommand;
import io.platformapi.verify.VerifyCommand;
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

    private ContractTests() {}

    /** Runs the tool that the arguments name and ends the process with its exit status. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new ContractTests())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    /** Called when no subcommand is named, which is a mistake in the call. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "Name a subcommand.");
    }
}
