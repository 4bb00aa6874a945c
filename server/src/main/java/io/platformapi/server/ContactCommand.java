package io.platformapi.server;

import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.ContactType;
import io.platformapi.domain.Profile;
import io.platformapi.domain.Role;
import io.platformapi.server.data.SingleLine;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Archive;
import io.platformapi.server.store.Database;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that enters contacts, one at a time. */
@Command(name = "contact", mixinStandardHelpOptions = true, description = "Enters contacts, one at a time.")
final class ContactCommand {

    @Spec
    private CommandSpec command;

    @ParentCommand
    private ServerCommand server;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Enters a contact, and prints its id; or, with --key, an API key for it.")
    int add(
            @Parameters(paramLabel = "NAME", description = "The full name.") String name,
            @Option(names = "--email", paramLabel = "ADDRESS", description = "Where the contact reads mail.") @Nullable
                    String address,
            @Option(
                            names = "--type",
                            paramLabel = "TYPE",
                            defaultValue = "REAL_PERSON",
                            description = "${COMPLETION-CANDIDATES}. Default: REAL_PERSON")
                    ContactType type,
            @Option(names = "--role", paramLabel = "ROLE", description = "A role it has from now on, by name or id.")
                    @Nullable
                    List<String> roles,
            @Option(names = "--id", paramLabel = "ID", description = "Its id; one is made up if it is left out.")
                    @Nullable
                    UUID id,
            @Option(names = "--key", paramLabel = "CLIENT", description = "Make a key for a client of this name.")
                    @Nullable
                    String client) {
        if (client != null) {
            KeyCommand.checked(client);
        }
        var contact = new Contact(id == null ? UUID.randomUUID() : id, type, name, address, null, Profile.EMPTY);
        return server.onDatabase(database -> {
            enter(database, contact, roles == null ? List.of() : roles);
            PrintWriter out = command.commandLine().getOut();
            out.println(client == null ? contact.id() : new ApiKeys(database).add(client, null, List.of(contact.id())));
            out.flush();
            return 0;
        });
    }

    private static void enter(Database database, Contact contact, List<String> roles) {
        if (Archive.<Set<UUID>>read(database, archive -> archive.contactsAmong(List.of(contact.id())))
                .contains(contact.id())) {
            throw new UnusableSetting("there is a contact " + contact.id() + " already");
        }
        List<String> lines = new ArrayList<>(List.of(SingleLine.of(contact)));
        for (String role : roles) {
            UUID roleId = RoleCommand.find(database, role)
                    .map(Role::id)
                    .orElseThrow(() -> new UnusableSetting("there is no role '" + role + "'; role add makes one"));
            lines.add(SingleLine.of(new ContactRole(UUID.randomUUID(), contact.id(), roleId, Instant.now(), null)));
        }
        RoleCommand.enter(database, lines);
    }
}
