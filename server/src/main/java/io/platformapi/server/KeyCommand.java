package io.platformapi.server;

import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.JdbcStore;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that makes and revokes API keys, while no server uses an embedded database. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "Makes an API key for a client, in place of the one it had, and prints it; or revokes it.")
final class KeyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec command;

    @ParentCommand
    private @Nullable ServerCommand server;

    @Parameters(paramLabel = "CLIENT", description = "A name for the client.")
    private String client = "";

    @ArgGroup(multiplicity = "1")
    private Change change = new Change();

    private static final class Change {

        @Option(names = "--for", paramLabel = "ID", split = ",", description = "The contacts it may act for.")
        private Set<UUID> contacts = new LinkedHashSet<>();

        @Option(names = "--revoke", description = "Let the client in no longer.")
        private boolean revoke;
    }

    @Override
    public Integer call() {
        try (Database database = Database.open(server.settings().database())) {
            var keys = new ApiKeys(database);
            if (change.revoke) {
                return revoked(keys);
            }
            checkContacts(database);
            command.commandLine().getOut().println(keys.issue(client, change.contacts));
            return 0;
        }
    }

    private int revoked(ApiKeys keys) {
        if (!keys.revoke(client)) {
            throw new UnusableSetting("there is no client '" + client + "' with a key");
        }
        return 0;
    }

    private void checkContacts(Database database) {
        Set<UUID> unknown = new LinkedHashSet<>(change.contacts);
        unknown.removeAll(new JdbcStore(database)
                .<Set<UUID>>read(
                        transaction -> transaction.contacts(change.contacts).keySet()));
        if (!unknown.isEmpty()) {
            throw new UnusableSetting("--for has ids of no contact: " + unknown);
        }
    }
}
