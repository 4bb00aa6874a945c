package io.platformapi.program;

import io.platformapi.ContractTests;
import io.platformapi.console.CompletionCommand;
import io.platformapi.console.Conventions;
import io.platformapi.grizzly.OutOfMemory;
import io.platformapi.mock.MockServer;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The one program that is installed: the mock and the tools as its commands; a document alone is served. */
@Command(
        name = "platform-api",
        mixinStandardHelpOptions = true,
        description = "Serves, tests, compares and lints APIs by their OpenAPI documents.",
        exitCodeOnInvalidInput = PlatformApi.COULD_NOT_RUN,
        exitCodeOnExecutionException = PlatformApi.COULD_NOT_RUN,
        footer = {
            "",
            "Examples:",
            "  platform-api openapi.yaml",
            "  platform-api lint openapi.yaml",
            "  platform-api compat git:main:openapi.yaml openapi.yaml",
            "  platform-api verify --spec openapi.yaml --url http://127.0.0.1:8080",
            "  source <(platform-api completion)",
        })
public final class PlatformApi implements Runnable {

    static final int COULD_NOT_RUN = 2;
    private static final String MOCK = "mock";

    @Spec
    private @Nullable CommandSpec command;

    private PlatformApi() {}

    /** Runs the command that the arguments name and ends the process with its exit status. */
    public static void main(String... arguments) {
        String[] call = call(arguments);
        if (call.length > 0 && call[0].equals(MOCK)) {
            OutOfMemory.ends("platform-api");
        }
        System.exit(commandLine().execute(call));
    }

    /** The command line; its tools fail as they do alone. */
    static CommandLine commandLine() {
        CommandLine tools = ContractTests.commandLine();
        CommandLine all = new CommandLine(new PlatformApi())
                .addSubcommand(MOCK, MockServer.commandLine().setCommandName(MOCK));
        Stream.of("verify", "compat", "lint")
                .forEach(tool -> all.addSubcommand(tool, tools.getSubcommands().get(tool)));
        return Conventions.keptBy(all.addSubcommand(new CompletionCommand()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(tools.getExecutionStrategy())
                .setExecutionExceptionHandler(tools.getExecutionExceptionHandler());
    }

    /** The arguments, in which {@code openapi.yaml} is short for {@code mock openapi.yaml}. */
    static String[] call(String... arguments) {
        boolean isDocument = arguments.length > 0 && arguments[0].matches("[^-].*[./\\\\:].*");
        return isDocument ? Stream.concat(Stream.of(MOCK), Stream.of(arguments)).toArray(String[]::new) : arguments;
    }

    /** Called when no command is named, which is a mistake in the call. */
    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        throw new ParameterException(
                line,
                "Name a document to serve, or a command: "
                        + String.join(", ", line.getSubcommands().keySet()));
    }
}
