package io.platformapi.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Sources;
import io.platformapi.lint.LintCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Broken documents of every version through {@code lint}: each is judged, none ends it.
 *
 * <p>{@code -Dfuzz.lint=2000} for a long run, {@code -Dfuzz.seed=…} to go on elsewhere or to see one again.
 */
class LintFuzzTest {

    private static final int DOCUMENTS = Integer.getInteger("fuzz.lint", 100);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final Path GOOD = Path.of("../spec/contract/src/test/resources/io/platformapi/contract/layout");

    @TempDir
    private Path folder;

    private static List<ObjectNode> bases() throws IOException {
        List<ObjectNode> bases = new ArrayList<>();
        bases.add(tree(Files.readString(GOOD.resolve("whole-2.yaml"))));
        for (String version : List.of("3.0.4", "3.1.1", "3.2.0")) {
            bases.add(tree(Files.readString(GOOD.resolve("whole-3.yaml")).replace("VERSION", version)));
        }
        return bases;
    }

    private static ObjectNode tree(String text) {
        return (ObjectNode)
                Sources.of(text, GOOD.toUri(), "base.yaml", Access.SAME_ORIGIN).json();
    }

    @Test
    void judgesWhateverItIsGiven() throws IOException {
        List<ObjectNode> bases = bases();
        List<String> failures = new ArrayList<>();
        for (long seed = SEED; seed < SEED + DOCUMENTS; seed++) {
            Random random = new Random(seed);
            Path file = Files.writeString(
                    folder.resolve("fuzz.json"),
                    Mutator.mutant(bases.get(random.nextInt(bases.size())), random)
                            .toString());
            StringWriter said = new StringWriter();
            int status = new CommandLine(new LintCommand())
                    .setOut(new PrintWriter(said, true))
                    .setErr(new PrintWriter(said, true))
                    .execute(file.toString(), "--format", "json");
            if (status > 1 || said.toString().contains("The rule failed")) {
                failures.add("seed " + seed + ": "
                        + said.toString()
                                .lines()
                                .filter(line -> line.contains("Exception")
                                        || line.contains("Error")
                                        || line.contains("The rule failed"))
                                .distinct()
                                .toList());
            }
        }
        assertThat(failures).isEmpty();
    }
}
