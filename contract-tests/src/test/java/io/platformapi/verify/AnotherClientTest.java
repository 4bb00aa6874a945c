package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop with two clients, each of which has items of its own, by the same names. */
class AnotherClientTest {

    private static final Headers OTHER = Headers.of("Authorization", "Bearer other");

    /** Two shops, told apart by the credential; by some methods both clients come to the first. */
    private static Target shops(Set<String> common) {
        Shop first = new Shop();
        Shop second = new Shop();
        return request -> {
            boolean other = request.headers().text("Authorization").equals("Bearer other");
            HttpRequest asked = other ? request.with("Authorization", "Bearer key") : request;
            return (other && !common.contains(kind(request)) ? second : first).answer(asked);
        };
    }

    private static String kind(HttpRequest request) {
        return request.path().equals("/items") ? "LIST" : request.path().matches("/items/\\d+") ? request.method() : "";
    }

    private static Outcome outcome(Target target) {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), Shop.CONTRACT)
                .besides(OTHER);
        Budget budget = new Budget(0, 0, 1, List.of(RunPhase.EXAMPLES, RunPhase.STATEFUL));
        return new Verification(
                        new Cases(Shop.CONTRACT, credentials, budget),
                        Checks.of(Shop.CONTRACT, Undocumented.ALLOWED),
                        target,
                        Verification.Progress.NONE)
                .outcome(Shop.CONTRACT.operations());
    }

    @Test
    void isNotToldOfWhereEachHasItsOwn() {
        Outcome outcome = outcome(shops(Set.of()));

        assertThat(outcome.causes()).extracting(Cause::first).isEmpty();
        assertThat(outcome.unfollowed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, A client is shown what another one made.",
        "LIST, A client is listed what another one made.",
        "PATCH, A client changes what another one made.",
        "PUT, A client changes what another one made.",
        "DELETE, A client removes what another one made."
    })
    void isToldOfWhereOneReachesWhatIsTheOthers(String common, String cause) {
        assertThat(outcome(shops(Set.of(common))).causes())
                .extracting(each -> each.first().check(), each -> each.first().cause())
                .containsExactly(tuple("others-kept-out", cause));
    }

    @Test
    void isNotToldOfWhereAllOfAKindIsEverybodys() {
        Outcome outcome = outcome(shops(Set.of("GET", "LIST", "PATCH", "PUT", "DELETE")));

        assertThat(outcome.causes()).extracting(Cause::first).isEmpty();
        assertThat(outcome.unfollowed())
                .containsExactly("/items/{itemId} (the other client is not kept out, as it is elsewhere: whether it is"
                        + " everybody's is not known)");
    }

    @Test
    void isNotToldOfWhereEverybodyReadsAndOneWrites() {
        assertThat(outcome(shops(Set.of("GET", "LIST"))).causes())
                .extracting(Cause::first)
                .isEmpty();
    }

    @Test
    void isToldOfWhereNothingIsKeptFromIt() {
        assertThat(outcome(shops(Set.of("GET", "LIST", "PATCH", "PUT", "DELETE", "")))
                        .causes())
                .extracting(each -> each.first().check())
                .isNotEmpty()
                .containsOnly("others-kept-out");
    }

    @Test
    void isSaidToBeUnknownWhereTheOtherIsNotLetIn() {
        Shop shop = new Shop();
        Outcome outcome = outcome(shop);

        assertThat(outcome.causes()).extracting(Cause::first).isEmpty();
        assertThat(outcome.unfollowed()).contains("/items/{itemId} (the other client is not let in)");
    }
}
