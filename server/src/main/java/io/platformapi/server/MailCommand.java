package io.platformapi.server;

import io.platformapi.server.store.DeadLetters;
import io.platformapi.server.store.DeadLetters.DeadLetter;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that decides about mail that was given up. */
@Command(
        name = "mail",
        mixinStandardHelpOptions = true,
        description = "Lists mail that was given up, has it tried again or forgets it.")
final class MailCommand {

    @Spec
    private CommandSpec command;

    @ParentCommand
    private ServerCommand server;

    @Command(mixinStandardHelpOptions = true, description = "Lists the mail that was given up, and why.")
    int list(
            @Option(
                            names = "--most",
                            paramLabel = "NUMBER",
                            defaultValue = "1000",
                            description = "How many are listed, the oldest first. Default: 1000")
                    int most) {
        if (most < 1) {
            throw new UnusableSetting("--most is '" + most + "'; it has to be a whole number from 1 on");
        }
        return server.onDatabase(database -> {
            var letters = new DeadLetters(database);
            PrintWriter out = command.commandLine().getOut();
            out.printf("%-36s  %-20s  %5s  %s%n", "MAIL", "DECIDED", "TRIES", "TO: PROBLEM");
            List<DeadLetter> listed = letters.list(most);
            listed.forEach(letter -> out.println(line(letter)));
            long more = letters.count() - listed.size();
            if (more > 0) {
                out.println("and " + more + " more");
            }
            out.flush();
            return 0;
        });
    }

    private static String line(DeadLetter letter) {
        return "%-36s  %-20s  %5d  %s: %s"
                .formatted(
                        letter.id(),
                        KeyCommand.second(letter.decided(), ""),
                        letter.tries(),
                        letter.address(),
                        problem(letter.problem()));
    }

    private static String problem(@Nullable String problem) {
        return problem == null ? "nobody said why" : problem.replaceAll("\\R", " ");
    }

    /** Which mail is meant. */
    private static final class Which {

        @Parameters(paramLabel = "MAIL", arity = "0..*", description = "The mails, as list tells them.")
        private Set<UUID> ids = new LinkedHashSet<>();

        @Option(names = "--all", description = "All that were given up.")
        private boolean all;
    }

    @Command(mixinStandardHelpOptions = true, description = "Has mail tried again, as if it were new.")
    int retry(@Mixin Which which) {
        return change("retry", which, new Change(DeadLetters::retry, DeadLetters::retryAll, "tried again"));
    }

    @Command(mixinStandardHelpOptions = true, description = "Forgets mail: nobody will get it.")
    int drop(@Mixin Which which) {
        return change("drop", which, new Change(DeadLetters::drop, DeadLetters::dropAll, "forgotten"));
    }

    /** What becomes of mail, in which word it is told. */
    private record Change(
            BiFunction<DeadLetters, Set<UUID>, List<UUID>> some, ToIntFunction<DeadLetters> all, String word) {}

    private int change(String name, Which which, Change change) {
        if (which.all != which.ids.isEmpty()) {
            throw new ParameterException(
                    command.subcommands().get(name), "Expected the ids of mails, or --all for all of them");
        }
        return server.onDatabase(database -> {
            var letters = new DeadLetters(database);
            int number = which.all ? change.all().applyAsInt(letters) : some(letters, which.ids, change);
            PrintWriter out = command.commandLine().getOut();
            out.println(number + (number == 1 ? " mail is " : " mails are ") + change.word());
            out.flush();
            return 0;
        });
    }

    private static int some(DeadLetters letters, Set<UUID> ids, Change change) {
        List<UUID> missing = change.some().apply(letters, ids);
        if (!missing.isEmpty()) {
            throw new UnusableSetting("no such mail was given up: " + missing + "; nothing is done");
        }
        return ids.size();
    }
}
