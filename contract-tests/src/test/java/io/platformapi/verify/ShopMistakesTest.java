package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.Headers;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Failure.Blame;
import io.platformapi.verify.checks.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shop that makes one mistake is blamed for it, by the check that is for that. */
class ShopMistakesTest {

    private static final int EVERY = Integer.getInteger("shop.every", 12);

    static Outcome outcome(Target target, List<String> operations, long seed) {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), Shop.CONTRACT);
        Cases cases = new Cases(Shop.CONTRACT, credentials, new Budget(2, 400, seed));
        Checks checks = Checks.of(Shop.CONTRACT, Undocumented.ALLOWED);
        return new Verification(cases, checks, target, Verification.Progress.NONE)
                .outcome(Shop.CONTRACT.operations().stream()
                        .filter(operation -> operations.isEmpty() || operations.contains(operation.id()))
                        .toList());
    }

    @Test
    void findsNothingWrongWithTheRightShopAndReachesAllOfIt() {
        Outcome outcome = outcome(new Shop(), List.of(), 1);

        assertThat(outcome.causes()).extracting(Cause::first).isEmpty();
        assertThat(outcome.tested()).hasSize(Shop.CONTRACT.operations().size());
        assertThat(outcome.untested()).isEmpty();
    }

    /** Mistakes that one part of the tester alone can tell. */
    private static final Set<String> TOLD_BY_ONE = Set.of(
            "loses emoji",
            "ADDING_CHANGES_OTHERS",
            "PATCH_CHANGES_ID",
            "PATCH_CHANGES_BIRTH",
            "PUT_MERGES",
            "PATCH_OF_ONE_LOSES_SIZE",
            "one ETag for all",
            "304 of no length",
            "tokens in capital letters",
            "passes over maxLength of body /text",
            "tokens of no scheme",
            "tokens in the query",
            "knows no scheme in small letters",
            "a comma behind the last value",
            "more behind the JSON",
            "JSON by the name of a text",
            "501 for 405",
            "refuses cookies after others",
            "refuses whole numbers with a point");

    /** Every so many of the mistakes, those that are told by one part, and all of them by {@code -Dshop.every=1}. */
    static Stream<ShopRow> mistakes() {
        List<ShopRow> all = Stream.of(
                        MistakesOfMemory.rows(),
                        MistakesOfStrictness.rows(),
                        MistakesOfLeniency.rows(),
                        MistakesOfBodies.rows(),
                        MistakesOfStatuses.rows(),
                        MistakesOfFields.rows(),
                        MistakesOfCredentials.rows())
                .flatMap(rows -> rows)
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % EVERY == 0 || TOLD_BY_ONE.contains(all.get(i).name()))
                .mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isBlamed(ShopRow row) {
        Set<String> found = outcome(row.server().get(), row.operations(), 1).causes().stream()
                .map(Cause::first)
                .filter(failure -> failure.blame() == Blame.SERVER)
                .map(failure -> failure.check())
                .collect(Collectors.toSet());

        assertThat(found).as(row.name()).contains(row.check());
    }
}
