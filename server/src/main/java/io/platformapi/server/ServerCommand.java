package io.platformapi.server;

import io.platformapi.contract.Release;
import io.platformapi.domain.Unavailable;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.UnusableDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that serves the Platform API. */
@Command(
        name = "server",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Serves the Platform API.",
        subcommands = KeyCommand.class)
final class ServerCommand implements Callable<Integer> {

    private static final int CANNOT_RUN = 2;
    private static final int WIDTH = 120;

    private final SettingSources sources;

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "A properties file with settings, by the names in brackets below. Variables of the environment go"
                            + " before it, options before both.")
    private void config(Path file) {
        sources.read(file);
    }

    @Option(
            names = "--demo",
            description = "Use a database in memory that holds the world of the examples, and print a request to try.")
    private boolean demo;

    private ServerCommand(SettingSources sources) {
        this.sources = sources;
    }

    /** The command with its help and its failures in our words. */
    static CommandLine line(Map<String, String> environment) {
        var sources = new SettingSources(environment);
        var line = new CommandLine(new ServerCommand(sources)).setDefaultValueProvider(sources);
        SettingSources.addOptions(line.getCommandSpec());
        line.setUsageHelpWidth(WIDTH);
        line.getCommandSpec().version("server " + Release.version());
        line.getSubcommands()
                .forEach((name, part) -> part.getCommandSpec().version("server " + name + " " + Release.version()));
        IExecutionExceptionHandler handler = (failure, failed, parsed) -> {
            if (!(failure instanceof UnusableSetting
                    || failure instanceof UnusableDatabase
                    || failure instanceof Unavailable)) {
                throw failure;
            }
            failure.getMessage().lines().forEach(problem -> failed.getErr().println("server: " + problem));
            failed.getErr().flush();
            return CANNOT_RUN;
        };
        return line.setExecutionExceptionHandler(handler);
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = settings();
        PlatformServer server = started(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        PrintWriter out = command.commandLine().getOut();
        out.println("ready: Platform API at " + server.uri());
        out.println("data: " + (demo ? Database.Address.inMemory() : settings.database()).place());
        server.admin().ifPresent(admin -> out.println("admin: " + admin + "/health/ready and " + admin + "/metrics"));
        if (demo) {
            out.println("try: " + Demo.curl(server.uri()));
        }
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private PlatformServer started(Settings settings) {
        try {
            return demo ? PlatformServer.startDemo(settings) : PlatformServer.start(settings);
        } catch (IOException e) {
            throw new UnusableSetting("cannot listen on " + settings.host() + ":" + settings.port() + ": "
                    + e.getMessage() + "; choose another port by " + Setting.PORT.variable()
                    + ", 0 for any that is free");
        }
    }

    /** The settings of options, environment and file. */
    Settings settings() {
        return sources.settings(command);
    }
}
