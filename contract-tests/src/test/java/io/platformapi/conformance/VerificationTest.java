package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.verify.Outcome;
import io.platformapi.verify.Verification;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tester finds nothing wrong with what we ship: in every format, with broken and with made-up requests. */
final class VerificationTest extends ImplementationTest {

    private static final long SEED = 20261122;
    private static final String[] FORMATS = {"application/json", "application/xml", "text/jsv", "text/jsonl", "text/csv"
    };

    /** An invitation that is pending, and a mail that was sent a moment ago. */
    private static final Pattern REPEATED = Pattern.compile("answered with .*\\b(409|429)\\b");

    private static final String INVITED_AGAIN = "/api/contacts/{ContactId}/invite/{ToContactId}";

    private static Set<String> paths(Stream<String> operations) {
        return operations.map(operation -> operation.replaceFirst("^\\S+ ", "")).collect(Collectors.toSet());
    }

    /** A mock takes every key for as good as another, which is told and no breach. */
    private List<String> notes() {
        return implementation == Implementation.SERVER ? List.of() : List.of("credentials-checked NOBODY");
    }

    @Test
    void findsNothing() throws IOException {
        Credentials credentials = Credentials.of(Requests.HEADERS, Running.CONTRACT);
        Cases cases = new Cases(Running.CONTRACT, credentials, new Budget(5, 60, SEED));
        Outcome outcome = new Verification(
                        cases,
                        Checks.of(Running.CONTRACT, Undocumented.REFUSED),
                        running::unchecked,
                        Verification.Progress.NONE)
                .outcome(Running.CONTRACT.operations());

        assertThat(outcome.causes())
                .as("seed %d", SEED)
                .extracting(cause -> cause.first().check() + " " + cause.first().blame())
                .isEqualTo(notes());
        assertThat(outcome.requests()).isGreaterThan(40 * 60);
        assertThat(outcome.tested()).hasSizeGreaterThanOrEqualTo(27);
        assertThat(outcome.untested())
                .as("what was done by one verb cannot be done again by another")
                .allMatch(gap -> gap.check().equals("operation-tested")
                        && REPEATED.matcher(gap.reason()).find());
        // whom the examples remind, the examples cannot invite within the hour where answers have a memory
        assertThat(paths(Stream.concat(outcome.tested().stream(), Stream.of("POST " + INVITED_AGAIN))))
                .isEqualTo(paths(Running.CONTRACT.operations().stream().map(Operation::toString)));
        assertThat(outcome.unasked()).isEmpty();
        assertThat(outcome.coverage()).allSatisfy(coverage -> {
            assertThat(coverage.checked()).containsKeys(FORMATS);
            assertThat(coverage.unchecked()).isEmpty();
            assertThat(coverage.untried()).isEmpty();
            assertThat(coverage.unseen()).isEmpty();
        });
    }
}
