package io.platformapi.console;

import io.platformapi.contract.Release;
import picocli.CommandLine;

/** What every command of ours does alike: versions, the width of its help, and how it answers a wrong call. */
public final class Conventions {

    private Conventions() {}

    /** The same command, which keeps them in all its parts. */
    public static CommandLine keptBy(CommandLine command) {
        sayVersions(command);
        return command.setUsageHelpAutoWidth(true).setParameterExceptionHandler(new WrongCall());
    }

    private static void sayVersions(CommandLine command) {
        command.getCommandSpec().version(command.getCommandSpec().qualifiedName() + " " + Release.version());
        command.getSubcommands().values().forEach(Conventions::sayVersions);
    }
}
