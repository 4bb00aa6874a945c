package io.platformapi.server;

import io.platformapi.server.data.Export;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that gives data out. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes contacts, roles, requests and connections, as they are at one moment, into a file of JSON"
                + " lines. API keys stay: nobody can read them.")
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @ParentCommand
    private ServerCommand server;

    @Parameters(paramLabel = "FILE", description = "The file; one that is there is replaced.")
    private Path file;

    @Override
    public Integer call() {
        return server.onDatabase(database -> {
            var out = command.commandLine().getOut();
            out.println(Export.to(file, database) + " given out");
            out.flush();
            return 0;
        });
    }
}
