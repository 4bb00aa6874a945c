package io.platformapi.server;

import io.platformapi.domain.Role;
import io.platformapi.server.data.Import;
import io.platformapi.server.data.SingleLine;
import io.platformapi.server.data.UnusableData;
import io.platformapi.server.store.Archive;
import io.platformapi.server.store.Database;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that enters roles that contacts can have. */
@Command(name = "role", mixinStandardHelpOptions = true, description = "Enters roles that contacts can have.")
final class RoleCommand {

    @Spec
    private CommandSpec command;

    @ParentCommand
    private ServerCommand server;

    @Command(mixinStandardHelpOptions = true, description = "Enters a role, and prints its id.")
    int add(
            @Parameters(paramLabel = "NAME", description = "Its name, unlike that of any other role.") String name,
            @Option(names = "--licensee", description = "Whoever has it holds a licence of the platform.")
                    boolean isLicensee) {
        return server.onDatabase(database -> {
            find(database, name).ifPresent(role -> {
                throw new UnusableSetting("there is a role '" + name + "' already: " + role.id());
            });
            var role = new Role(UUID.randomUUID(), name, isLicensee, null, null, null);
            enter(database, List.of(SingleLine.of(role)));
            PrintWriter out = command.commandLine().getOut();
            out.println(role.id());
            out.flush();
            return 0;
        });
    }

    /** A role by its name or its id. */
    static Optional<Role> find(Database database, String nameOrId) {
        List<Role> roles = new ArrayList<>();
        Archive.read(database, archive -> {
            roles.clear();
            archive.eachRole(roles::add);
            return roles;
        });
        return roles.stream()
                .filter(role ->
                        role.name().equals(nameOrId) || role.id().toString().equalsIgnoreCase(nameOrId))
                .findFirst();
    }

    /** Takes in lines that nobody has written, so that their numbers tell nothing. */
    static void enter(Database database, List<String> lines) {
        try {
            Import.of(String.join("\n", lines), database);
        } catch (UnusableData e) {
            throw new UnusableSetting(String.valueOf(e.getMessage()).replaceAll("(?m)^line \\d+: ", ""));
        }
    }
}
