package io.platformapi.server;

import io.platformapi.console.CompletionCommand;
import io.platformapi.console.Conventions;
import io.platformapi.domain.Unavailable;
import io.platformapi.grizzly.ListeningFault;
import io.platformapi.server.control.ControlClient;
import io.platformapi.server.control.ControlSocket;
import io.platformapi.server.control.Order;
import io.platformapi.server.data.UnusableData;
import io.platformapi.server.store.Archive;
import io.platformapi.server.store.Author;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.UnusableDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
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
        subcommands = {
            ContactCommand.class,
            RoleCommand.class,
            KeyCommand.class,
            MailCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            CompletionCommand.class
        })
final class ServerCommand implements Callable<Integer> {

    private static final int CANNOT_RUN = 2;
    private static final int WIDTH = 120;

    private final SettingSources sources;
    private final Optional<Database> own;
    private final String user;

    @Spec
    private CommandSpec command;

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

    private ServerCommand(SettingSources sources, Optional<Database> own, String user) {
        this.sources = sources;
        this.own = own;
        this.user = user;
    }

    /** The command with its help and its failures in our words. */
    static CommandLine line(Map<String, String> environment) {
        return line(environment, Optional.empty(), System.getProperty("user.name", ""));
    }

    /** The command as a server runs it that others ask to, on the database that it has open. */
    static ControlSocket.Commands commandsOn(Database database) {
        return (order, out, err) -> line(Map.of(), Optional.of(database), order.user())
                .registerConverter(Path.class, file -> Path.of(order.folder()).resolve(file))
                .setOut(out)
                .setErr(err)
                .execute(order.arguments().toArray(String[]::new));
    }

    private static CommandLine line(Map<String, String> environment, Optional<Database> own, String user) {
        var sources = new SettingSources(environment);
        var line = Conventions.keptBy(new CommandLine(new ServerCommand(sources, own, user)))
                .setDefaultValueProvider(sources);
        SettingSources.addOptions(line.getCommandSpec());
        line.setUsageHelpWidth(WIDTH);
        IExecutionExceptionHandler handler = (failure, failed, parsed) -> {
            if (!(failure instanceof UnusableSetting
                    || failure instanceof UnusableDatabase
                    || failure instanceof UnusableData
                    || failure instanceof Unavailable)) {
                throw failure;
            }
            String.valueOf(failure.getMessage())
                    .lines()
                    .forEach(problem -> failed.getErr().println("server: " + problem));
            failed.getErr().flush();
            return CANNOT_RUN;
        };
        return line.setExecutionExceptionHandler(handler);
    }

    /**
     * Runs work on the database: on that of the server whose command this is; else, if a server has the database open
     * that takes commands, in that one; else after opening it.
     *
     * @param more arguments for that server, besides those of this command
     */
    int onDatabase(ToIntFunction<Database> work, String... more) {
        if (own.isPresent()) {
            return own.get().as(author(), () -> work.applyAsInt(own.get()));
        }
        Database.Address address = settings().database();
        OptionalInt status = address.file().map(file -> inServer(file, more)).orElse(OptionalInt.empty());
        if (status.isPresent()) {
            return status.getAsInt();
        }
        try (Database database = Database.open(address)) {
            return database.as(author(), () -> work.applyAsInt(database));
        }
    }

    /** Who has this command do something. */
    private Author author() {
        List<String> words = new ArrayList<>();
        for (CommandLine line : command.commandLine().getParseResult().asCommandLineList()) {
            words.add(line.getCommandName());
        }
        return Author.operator(user, String.join(" ", words.subList(1, words.size())));
    }

    private OptionalInt inServer(Path file, String... more) {
        CommandLine line = command.commandLine();
        List<String> arguments = new ArrayList<>(line.getParseResult().originalArgs());
        arguments.addAll(List.of(more));
        var order = new Order(user, Path.of("").toAbsolutePath().toString(), arguments);
        return ControlClient.run(file, order, line.getOut(), line.getErr());
    }

    @Override
    public Integer call() throws InterruptedException {
        if (own.isPresent()) {
            throw new UnusableSetting("it runs already");
        }
        Settings settings = settings();
        Database database = Database.open(demo ? Database.Address.inMemory() : settings.database());
        boolean holdsNobody = Archive.read(database, Archive::hasNobody);
        PlatformServer server = started(settings, database);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        PrintWriter out = command.commandLine().getOut();
        out.println("ready: Platform API at " + server.uri());
        out.println("data: " + (demo ? Database.Address.inMemory() : settings.database()).place());
        server.admin().ifPresent(admin -> out.println("admin: " + admin + "/health/ready and " + admin + "/metrics"));
        if (demo) {
            out.println("try: " + Demo.curl(server.uri()));
        } else if (holdsNobody) {
            new FirstContact(command).lines(server.uri()).forEach(out::println);
        }
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private PlatformServer started(Settings settings, Database database) {
        try {
            if (demo) {
                Demo.enter(database);
            }
            return PlatformServer.start(settings, database);
        } catch (IOException | UnresolvedAddressException e) {
            throw new UnusableSetting(ListeningFault.told(settings.host() + ":" + settings.port(), e));
        }
    }

    /** The settings of options, environment and file. */
    Settings settings() {
        return sources.settings(command);
    }
}
