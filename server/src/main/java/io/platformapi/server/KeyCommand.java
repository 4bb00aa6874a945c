package io.platformapi.server;

import io.platformapi.contract.source.Suggestion;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Archive;
import io.platformapi.server.store.Database;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that makes, lists, changes and revokes API keys. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        synopsisHeading = "Usage: server key add|list|revoke|rotate …, or%n       ",
        description =
                "With CLIENT alone: makes an API key for a client, in place of all it had, and prints it; or revokes"
                        + " them.")
final class KeyCommand implements Callable<Integer> {

    private static final String CLIENT = "A name for the client, of 1 to " + ApiKeys.LONGEST_NAME + " characters.";

    @Spec
    private CommandSpec command;

    @ParentCommand
    private ServerCommand server;

    @Parameters(paramLabel = "CLIENT", arity = "0..1", description = CLIENT)
    private @Nullable String client;

    @Option(names = "--for", paramLabel = "ID", split = ",", description = "The contacts it may act for.")
    private Set<UUID> contacts = new LinkedHashSet<>();

    @Option(names = "--revoke", description = "Let the client in no longer.")
    private boolean revoke;

    @Override
    public Integer call() {
        if (client == null || revoke != contacts.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "Expected add, list, revoke or rotate; or CLIENT and one of --for and --revoke" + meant());
        }
        String name = checked(client);
        if (revoke) {
            return revoke(name, null);
        }
        return server.onDatabase(database -> {
            checkContacts(database, contacts);
            return printed(new ApiKeys(database).issue(name, contacts));
        });
    }

    private String meant() {
        return client == null
                ? ""
                : Suggestion.of(client, command.commandLine().getSubcommands().keySet());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes one more API key for a client, and prints it; it is shown this once.")
    int add(
            @Parameters(paramLabel = "CLIENT", description = CLIENT) String name,
            @Option(
                            names = "--for",
                            paramLabel = "ID",
                            split = ",",
                            required = true,
                            description = "The contacts it may act for.")
                    Set<UUID> ids,
            @Option(names = "--expires", paramLabel = "WHEN", description = Expiry.DESCRIPTION) @Nullable
                    String expires) {
        String holder = checked(name);
        Instant end = Expiry.of(expires);
        return server.onDatabase(database -> {
            checkContacts(database, ids);
            return printed(new ApiKeys(database).add(holder, end, ids));
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists the clients' keys, none of which it shows.")
    int list() {
        return server.onDatabase(database -> {
            PrintWriter out = command.commandLine().getOut();
            out.printf("%-12s  %-20s  %-20s  %8s  %s%n", "KEY", "MADE", "EXPIRES", "CONTACTS", "CLIENT");
            for (ApiKeys.Listed key : new ApiKeys(database).list()) {
                out.printf(
                        "%-12s  %-20s  %-20s  %8d  %s%n",
                        key.id(),
                        second(key.made(), "unknown"),
                        second(key.expires(), "never"),
                        key.contacts(),
                        key.client());
            }
            out.flush();
            return 0;
        });
    }

    /** A moment to the second, for people. */
    static String second(@Nullable Instant moment, String none) {
        return moment == null
                ? none
                : Instant.ofEpochSecond(moment.getEpochSecond()).toString();
    }

    @Command(mixinStandardHelpOptions = true, description = "Takes back the keys of a client, or one of them.")
    int revoke(
            @Parameters(paramLabel = "CLIENT", description = "The client's name.") String name,
            @Option(names = "--key", paramLabel = "KEY", description = "The key, as list tells it; all if left out.")
                    @Nullable
                    String key) {
        return server.onDatabase(database -> {
            var keys = new ApiKeys(database);
            if (!(key == null ? keys.revoke(name) : keys.revoke(name, key))) {
                throw new UnusableSetting(
                        "there is no client '" + name + "' with " + (key == null ? "a key" : "the key " + key));
            }
            return 0;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes a key for all contacts that a client's keys are for, and prints it; those end soon.")
    int rotate(
            @Parameters(paramLabel = "CLIENT", description = "The client's name.") String name,
            @Option(
                            names = "--overlap",
                            paramLabel = "DURATION",
                            defaultValue = "P1D",
                            description = "How long the keys it has go on, such as PT2H or P7D; PT0S to end them now."
                                    + " Default: P1D")
                    String overlap,
            @Option(names = "--expires", paramLabel = "WHEN", description = Expiry.DESCRIPTION) @Nullable
                    String expires) {
        Duration left = Expiry.duration("--overlap", overlap);
        Instant end = Expiry.of(expires);
        return server.onDatabase(database -> printed(new ApiKeys(database)
                .rotate(name, left, end)
                .orElseThrow(() -> new UnusableSetting("there is no client '" + name + "' with a key that lasts"))));
    }

    private int printed(String key) {
        PrintWriter out = command.commandLine().getOut();
        out.println(key);
        out.flush();
        return 0;
    }

    /** The name of a client, if it is one. */
    static String checked(String name) {
        int length = name.codePointCount(0, name.length());
        if (name.isBlank() || length > ApiKeys.LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableSetting("the name of a client has to be 1 to " + ApiKeys.LONGEST_NAME
                    + " characters on one line, not " + length);
        }
        return name;
    }

    private static void checkContacts(Database database, Set<UUID> ids) {
        Set<UUID> unknown = new LinkedHashSet<>(ids);
        unknown.removeAll(Archive.<Set<UUID>>read(database, archive -> archive.contactsAmong(ids)));
        if (!unknown.isEmpty()) {
            throw new UnusableSetting("--for has ids of no contact: " + unknown);
        }
    }
}
