package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What becomes of a run that has not the time for all there is to ask. */
class ShortRunTest {

    private static final Contract CONTRACT = new ContractReader(Access.SAME_ORIGIN)
            .read("src/test/resources/io/platformapi/verify/foreign/harbour-3.0.yaml");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Headers LET_IN = Headers.of("Authorization", "Basic dXNlcjpwYXNzd29yZA==", "X-Key", "any");

    private final List<String> asked = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();

    /** A run of an hour against a mock whose first answers take a minute each, by the clock of the run. */
    private Outcome outcome(int slow) {
        MockEngine engine = new MockEngine(CONTRACT, MockOptions.usual());
        return new Verification(
                        new Cases(CONTRACT, Credentials.of(LET_IN, CONTRACT), new Budget(10, 400, 1)),
                        Checks.of(CONTRACT, Undocumented.ALLOWED),
                        request -> {
                            asked.add(request.method() + " " + request.path() + " " + request.query());
                            now.addAndGet(asked.size() <= slow ? MINUTE.toNanos() : 0);
                            return engine.answer(request);
                        },
                        RunLimits.usual(),
                        Verification.Progress.NONE,
                        now::get)
                .outcome(CONTRACT.operations());
    }

    @Test
    void asksEveryOperationSomethingAndSaysOfEachWhatIsLeft() {
        Outcome outcome = outcome(Integer.MAX_VALUE);

        assertThat(outcome.ending().kind()).isEqualTo(End.Kind.TIME);
        assertThat(outcome.tested())
                .containsExactlyElementsOf(
                        CONTRACT.operations().stream().map(Operation::toString).toList());
        assertThat(outcome.untested())
                .extracting(Untested::reason)
                .isNotEmpty()
                .allMatch(
                        reason -> reason.matches(
                                "Tested in part: no more than \\d+ requests? (was|were) sent, because the time of the run, 3600 s, was over\\."));
    }

    @Test
    void goesOnWithAnOperationWhenTheOthersHadTheirTurn() {
        outcome(0);
        List<String> atOnce = List.copyOf(asked);
        asked.clear();

        Outcome inTurns = outcome(30);

        assertThat(inTurns.ending().kind()).isEqualTo(End.Kind.FINISHED);
        assertThat(inTurns.untested()).isEmpty();
        assertThat(asked).isNotEqualTo(atOnce);
        assertThat(asked)
                .filteredOn(request -> !request.startsWith("HEAD")) // asked for with each part of the answers
                .containsExactlyInAnyOrderElementsOf(atOnce.stream()
                        .filter(request -> !request.startsWith("HEAD"))
                        .toList());
    }
}
