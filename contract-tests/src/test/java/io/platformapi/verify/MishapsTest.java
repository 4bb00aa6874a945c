package io.platformapi.verify;

import static io.platformapi.verify.PetServer.PETS;
import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import org.junit.jupiter.api.Test;

/** A mistake of ours at one case, or of who uses us as a library, is told at that case and ends nothing. */
class MishapsTest {

    private static Outcome outcome(Target target) {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), PETS);
        Cases cases = new Cases(PETS, credentials, new Budget(2, 20, 1));
        return new Verification(cases, Checks.of(PETS, Undocumented.REFUSED), target, Verification.Progress.NONE)
                .outcome(PETS.operations());
    }

    @Test
    void tellsARequestThatCouldNotBeSent() {
        PetServer server = new PetServer();
        Outcome outcome = outcome(request -> {
            if (request.query().contains("limit=101")) {
                throw new StackOverflowError();
            }
            return server.answer(request);
        });

        assertThat(outcome.causes()).isEmpty();
        assertThat(outcome.tested()).containsExactlyInAnyOrder("GET /pets", "POST /pets");
        assertThat(outcome.untested())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason())
                        .matches("\\d requests? (was|were) not tested: it could not be sent \\(StackOverflowError at"
                                + " io.platformapi.verify.MishapsTest.*\\(MishapsTest.java:\\d+\\)\\)\\."));
    }

    @Test
    void tellsAnAnswerThatCouldNotBeChecked() {
        PetServer server = new PetServer();
        Outcome outcome = outcome(request -> {
            HttpResponse answer = server.answer(request);
            return answer.status() == 415 ? new HttpResponse(415, answer.headers(), null) : answer;
        });

        assertThat(outcome.causes()).isEmpty();
        assertThat(outcome.untested())
                .isNotEmpty()
                .allSatisfy(gap ->
                        assertThat(gap.reason()).contains("its answer could not be checked (NullPointerException"));
    }

    @Test
    void endsWhenItIsTold() {
        Verification[] running = new Verification[1];
        Credentials credentials = Credentials.of(Headers.none(), PETS);
        running[0] = new Verification(
                new Cases(PETS, credentials, new Budget(2, 20, 1)),
                Checks.of(PETS, Undocumented.REFUSED),
                request -> {
                    running[0].stop();
                    throw new IllegalStateException("too late");
                },
                Verification.Progress.NONE);

        assertThat(running[0].outcome(PETS.operations()).untested())
                .extracting(Untested::reason)
                .contains("Not tested: the run was interrupted.");
    }
}
