package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Store;
import io.platformapi.server.PlatformServer;
import io.platformapi.server.Settings;
import io.platformapi.verify.HttpTarget;
import io.platformapi.verify.Outcome;
import io.platformapi.verify.Untested;
import io.platformapi.verify.Verification;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Our own tester finds nothing wrong with our own server for limiting the requests of a minute. */
class OwnRateLimitTest {

    private static final int A_MINUTE = 40;

    /** A minute is over as soon as somebody is told to wait for its end: then the client counts as another one. */
    private final AtomicInteger minutes = new AtomicInteger();

    @Test
    void waitsForTheNextMinuteAndFindsNothing() throws IOException {
        Store store = new MemoryStore();
        ExampleWorld.enter(store);
        try (PlatformServer server = PlatformServer.start(
                Settings.of(Map.of("port", "0", "requests.per.minute", String.valueOf(A_MINUTE))),
                Platform.over(store),
                key -> Running.CREDENTIAL.endsWith(key) ? Optional.of(client()) : Optional.empty())) {
            Outcome outcome = verified(new HttpTarget(server.uri()));

            assertThat(outcome.causes()).isEmpty();
            assertThat(outcome.untested()).extracting(Untested::reason).noneMatch(why -> why.contains("rate limited"));
            assertThat(outcome.tested()).isNotEmpty();
            assertThat(minutes).hasValueGreaterThan(3);
        }
    }

    private Client client() {
        return new Client("amelia in minute " + minutes, ExampleWorld.CALLER_ACTS_FOR::contains);
    }

    private Outcome verified(Target server) {
        Credentials credentials = Credentials.of(Requests.HEADERS, Running.CONTRACT);
        return new Verification(
                        new Cases(Running.CONTRACT, credentials, new Budget(2, 20, 1)),
                        Checks.of(Running.CONTRACT, Undocumented.REFUSED),
                        request -> quicker(server, request),
                        Verification.Progress.NONE)
                .outcome(Requests.canonical());
    }

    private HttpResponse quicker(Target server, HttpRequest request) throws IOException {
        HttpResponse answer = server.answer(request);
        boolean limited = answer.status() == 429 && answer.text().contains("Asked too often");
        if (!limited) {
            return answer;
        }
        minutes.incrementAndGet();
        assertThat(Integer.parseInt(answer.headers().text("Retry-After"))).isBetween(1, 60);
        return new HttpResponse(429, answer.headers().with("Retry-After", "0"), answer.body());
    }
}
