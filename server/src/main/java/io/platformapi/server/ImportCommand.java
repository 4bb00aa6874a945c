package io.platformapi.server;

import io.platformapi.server.data.Import;
import io.platformapi.server.data.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that takes data in. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Takes in contacts, roles, requests and connections from a file of JSON lines: all of them or none."
                        + " What has the id of something that is there takes its place.")
final class ImportCommand implements Callable<Integer> {

    private static final String PROGRESS = "--progress";

    @Spec
    private CommandSpec command;

    @ParentCommand
    private ServerCommand server;

    @Parameters(paramLabel = "FILE", description = "The file, in UTF-8.")
    private Path file;

    @Option(names = PROGRESS, description = "Tell how far it is; a terminal is told without asking.")
    private boolean isFollowed;

    @Override
    public Integer call() {
        boolean isTerminal = System.console() != null && System.getenv("TERM") != null;
        String[] more = isTerminal && !isFollowed ? new String[] {PROGRESS} : new String[0];
        return server.onDatabase(
                database -> {
                    var line = command.commandLine();
                    Progress progress = isFollowed || more.length > 0 ? Progress.on(line.getErr()) : Progress.UNSEEN;
                    line.getOut().println(Import.of(file, database, progress) + " taken in");
                    line.getOut().flush();
                    return 0;
                },
                more);
    }
}
