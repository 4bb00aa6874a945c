package io.platformapi.compat;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that tells what a finding means: {@code compat explain request-required-narrowed}. */
@Command(
        name = "explain",
        description = "Tells what a finding means, whom it hurts, and how to change the contract without it.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The finding; without it all ids are listed.")
    private @Nullable String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            Catalogue.ids().forEach(out::println);
        } else {
            out.print(Catalogue.explanation(id)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "There is no finding " + id + "; explain without an id lists all.")));
        }
        out.flush();
        return 0;
    }
}
