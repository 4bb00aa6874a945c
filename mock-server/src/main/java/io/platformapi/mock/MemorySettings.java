package io.platformapi.mock;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.mock.memory.MemoryPlan;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command on what the mock remembers. */
final class MemorySettings {

    @Option(names = "--remember", description = "Remember what requests make, change and remove, of any document.")
    private boolean remember;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Remember, from the beginning on, what stands there by path: '/pets: [{id: 1, name: Rex}]',"
                    + " instead of what the document's examples show.")
    private @Nullable Path data;

    @Option(
            names = "--memory",
            paramLabel = "FILE",
            description = "Remember, and know better than what is inferred: '/pets: {id: petCode}'; --list shows it.")
    private @Nullable Path corrections;

    /** Whether anything is to be remembered. */
    boolean isAskedFor() {
        return remember || data != null || corrections != null;
    }

    /** What is remembered of a contract; empty where nothing is to be. */
    Optional<MemoryPlan> plan(Contract contract) {
        return isAskedFor()
                ? Optional.of(MemoryPlan.of(contract, Optional.ofNullable(corrections), Optional.ofNullable(data)))
                : Optional.empty();
    }
}
