package io.platformapi.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Broken documents through every tool: read or refused with a place, never a stack trace, a fault of ours, or no end.
 *
 * <p>{@code -Dfuzz.documents=20000} for a long run, {@code -Dfuzz.seed=…} to go on elsewhere or to see one again.
 */
class DocumentFuzzTest {

    private static final int DOCUMENTS = Integer.getInteger("fuzz.documents", 300);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int SECONDS_EACH = 60;
    private static final List<String> BASES = List.of(
            "fuzz/garden-3.1.yaml",
            "verify/foreign/kennel-2.0.yaml",
            "verify/foreign/harbour-3.0.yaml",
            "verify/foreign/library-3.1.yaml",
            "verify/foreign/studio-3.1.yaml",
            "verify/foreign/press-3.0.yaml");

    private record Base(URI uri, ObjectNode tree, Contract contract) {

        static Base of(String file) {
            Path path = Path.of("src/test/resources/io/platformapi", file);
            return new Base(
                    path.toUri(),
                    (ObjectNode)
                            Sources.read(path.toString(), Access.SAME_ORIGIN).json(),
                    new ContractReader(Access.SAME_ORIGIN).read(path.toString()));
        }
    }

    @Test
    void survivesWhateverItIsGiven() {
        List<Base> bases = BASES.stream().map(Base::of).toList();
        List<String> failures = new ArrayList<>();
        int read = 0;
        for (long seed = SEED; seed < SEED + DOCUMENTS && failures.size() < 10; seed++) {
            Random random = new Random(seed);
            Base base = bases.get(random.nextInt(bases.size()));
            String text = Mutator.mutant(base.tree(), random).toString();
            String failure = failure(text, base);
            read += failure.equals("read") ? 1 : 0;
            if ((seed - SEED + 1) % 1000 == 0) {
                System.out.println(seed - SEED + 1 + " documents, " + read + " read, " + failures);
            }
            if (!List.of("read", "refused").contains(failure)) {
                failures.add("seed " + seed + ": " + failure);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(read).as("documents that were read").isGreaterThan(DOCUMENTS / 3);
    }

    /** {@code read}, {@code refused}, or what went wrong. */
    private static String failure(String text, Base base) {
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
        });
        Future<String> outcome = worker.submit(() -> run(text, base));
        try {
            return outcome.get(SECONDS_EACH, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "no end after " + SECONDS_EACH + " seconds: " + stack();
        } catch (ExecutionException e) {
            return e.getCause() + " " + places(e.getCause().getStackTrace());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } finally {
            worker.shutdownNow();
        }
    }

    private static String run(String text, Base base) {
        Contract contract;
        try {
            contract = new ContractReader(Access.SAME_ORIGIN).read(text, base.uri(), "fuzz.json");
        } catch (UnreadableDocument refused) {
            return refused.getMessage().matches("(?s)\\S+:\\d+.*: .+") ? "refused" : refused.getMessage();
        }
        List<String> failures = new ToolRun(contract).failures(base.contract());
        return failures.isEmpty() ? "read" : String.join("; ", failures);
    }

    private static String stack() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("fuzz"))
                .map(thread -> places(thread.getValue()))
                .reduce("", String::concat);
    }

    private static String places(StackTraceElement[] stack) {
        return Stream.of(stack).limit(12).map(StackTraceElement::toString).toList() + " … "
                + Stream.of(stack)
                        .filter(frame -> frame.getClassName().startsWith("io.platformapi"))
                        .limit(6)
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .toList();
    }
}
