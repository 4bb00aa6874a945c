package io.platformapi.report;

import io.platformapi.contract.source.Suggestion;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command of each tool that tells what a finding means: {@code compat explain request-required-narrowed}. */
@Command(
        name = "explain",
        description = "Tells what a finding means, whom it hurts, and what would be right.",
        mixinStandardHelpOptions = true,
        helpCommand = true) // so that it needs nothing of what the tool needs
public final class ExplainCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The finding; without it all are listed.")
    private @Nullable String id;

    @Option(names = "--list", description = "Lists all findings: id, level, and what it means.")
    private boolean list;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        FindingKinds kinds = FindingKinds.of(spec.parent().name());
        PrintWriter out = spec.commandLine().getOut();
        String named = id;
        if (named == null || list) {
            kinds.all().forEach(kind -> out.printf("%-48s %-10s %s%n", kind.id(), kind.level(), kind.means()));
        } else {
            out.print(kinds.find(named).map(FindingKind::explanation).orElseThrow(() -> unknown(named, kinds)));
        }
        out.flush();
        return 0;
    }

    private ParameterException unknown(String named, FindingKinds kinds) {
        String meant =
                Suggestion.of(named, kinds.all().stream().map(FindingKind::id).toList());
        return new ParameterException(
                spec.commandLine(),
                "There is no finding " + named + (meant.isEmpty() ? "; explain --list lists all." : meant));
    }
}
