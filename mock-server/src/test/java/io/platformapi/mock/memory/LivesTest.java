package io.platformapi.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * In any document each kind of things can be made, read, listed, changed and removed, and each answer is as documented.
 */
final class LivesTest {

    @Test
    @EnabledIfSystemProperty(named = "remember.documents", matches = ".+")
    void ofTheDocumentsThatAreNamed() {
        for (String file : System.getProperty("remember.documents").split(",")) {
            Contract contract = new ContractReader(Access.SAME_ORIGIN).read(file);
            MemoryPlan plan = MemoryPlan.of(contract, java.util.Optional.empty(), java.util.Optional.empty());
            long begun = System.nanoTime();
            Life life = new Life(contract).lived();
            Stream.concat(
                            Stream.of("== " + contract.title() + ": "
                                    + contract.operations().size() + " operations, "
                                    + plan.holdings().size() + " kinds, " + life.answers() + " answers, "
                                    + life.failures().size() + " failures, "
                                    + (System.nanoTime() - begun) / 1_000_000 + " ms"),
                            Stream.of(
                                            plan.lines().map(line -> "  " + line),
                                            life.failures().stream().map(each -> "  FAILURE " + each),
                                            life.notices().stream().map(each -> "  notice " + each))
                                    .flatMap(each -> each))
                    .forEach(System.out::println);
            assertThat(life.failures()).isEmpty();
        }
    }
}
