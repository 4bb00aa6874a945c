package io.platformapi.console;

import io.platformapi.contract.Release;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What every command of ours does alike: versions, the width of its help, and how it answers a wrong call. */
public final class Conventions {

    private Conventions() {}

    /** The same command, which keeps them in all its parts. */
    public static CommandLine keptBy(CommandLine command) {
        keep(command);
        return command.setUsageHelpAutoWidth(true).setParameterExceptionHandler(new WrongCall());
    }

    private static void keep(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.version(spec.qualifiedName() + " " + Release.version());
        spec.usageMessage().abbreviateSynopsis(true); // each option is told below it
        command.getSubcommands().values().forEach(Conventions::keep);
    }
}
