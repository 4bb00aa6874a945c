package io.platformapi.console;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that prints what lets a shell complete the command above it. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints what lets bash and zsh complete this command.",
        footer = {
            "",
            "For this shell, and for those to come:",
            "  source <(${PARENT-COMMAND-FULL-NAME} completion)",
            "  echo 'source <(${PARENT-COMMAND-FULL-NAME} completion)' >> ~/.bashrc",
        })
public final class CompletionCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public void run() {
        CommandSpec own = Objects.requireNonNull(command);
        CommandSpec all = own.root();
        own.commandLine().getOut().println(AutoComplete.bash(all.name(), all.commandLine()));
        own.commandLine().getOut().flush();
    }
}
