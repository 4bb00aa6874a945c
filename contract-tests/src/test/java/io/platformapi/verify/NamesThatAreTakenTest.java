package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A shop that wants names to differ refuses whatever has one that is taken: what else is wrong is found all the same.
 */
class NamesThatAreTakenTest {

    /** A shop that takes each value of some members once, and says 409, or another word, the second time. */
    private static Target once(Target shop, int refusal, String... members) {
        Set<String> taken = new HashSet<>();
        return request -> {
            if (!ShopRow.isOf("addItem", request)) {
                return shop.answer(request);
            }
            List<String> names =
                    Stream.of(members).map(member -> text(request, member)).toList();
            HttpResponse answer = shop.answer(request);
            if (answer.status() != 201) {
                return answer;
            }
            if (names.stream().anyMatch(taken::contains)) {
                return Shop.problem(refusal, "There is one of that name");
            }
            names.stream().filter(name -> !name.endsWith("=")).forEach(taken::add);
            return answer;
        };
    }

    private static String text(HttpRequest request, String member) {
        try {
            return member + "=" + new Json().read(request.body()).path(member);
        } catch (MalformedBody e) {
            return "=";
        }
    }

    private static Outcome outcome(Target shop) {
        return ShopMistakesTest.outcome(shop, List.of("addItem"), 1);
    }

    private static List<String> checks(Outcome outcome) {
        return outcome.causes().stream()
                .map(cause -> cause.first().check())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 400})
    void areNoFault(int refusal) {
        assertThat(outcome(once(new Shop(), refusal, "name")).causes())
                .extracting(Cause::first)
                .isEmpty();
    }

    @Test
    void hideNoLeniency() {
        Shop lenient = new Shop()
                .overlooking(violation -> violation.place().equals("body /price")
                        && violation.rule().equals("maximum"));

        assertThat(checks(outcome(once(lenient, 409, "name")))).contains("invalid-request-refused");
    }

    @Test
    void hideNoStrictness() {
        Shop strict = new Shop().refusing(request -> ShopRow.body(request).contains("\"tags\":[]"));

        assertThat(checks(outcome(once(strict, 409, "name")))).contains("valid-request-accepted");
    }

    @Test
    void areFoundWhereTwoMembersHaveToDiffer() {
        Shop lenient = new Shop()
                .overlooking(violation -> violation.place().equals("body /price")
                        && violation.rule().equals("maximum"));

        assertThat(checks(outcome(once(lenient, 409, "name", "remark")))).contains("invalid-request-refused");
    }
}
