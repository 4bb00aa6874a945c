package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.platformapi.verify.checks.Failure.Blame;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shows once and not again is told, and is no breach. */
class FlakyShopTest {

    private static Outcome failingAt(int first, int last) {
        Shop shop = new Shop();
        int[] count = {0};
        return ShopMistakesTest.outcome(
                request -> {
                    boolean list = ShopRow.isOf("listItems", request)
                            && request.method().equals("GET");
                    int turn = list ? count[0]++ : -1;
                    return turn >= first && turn <= last ? Shop.problem(503, "Busy") : shop.answer(request);
                },
                List.of("listItems"),
                1);
    }

    @Test
    void tellsWhatShowsOnceAndNotAgain() {
        assertThat(failingAt(0, 0).causes())
                .extracting(
                        cause -> cause.first().check(),
                        cause -> cause.first().blame(),
                        cause -> cause.first().cause())
                .containsExactly(tuple(
                        "flaky",
                        Blame.NOBODY,
                        "Only once, and not when asked again: no-server-error. The server fails with 503."));
    }

    @Test
    void blamesWhatShowsTwice() {
        assertThat(failingAt(0, 1).causes())
                .extracting(cause -> cause.first().check())
                .contains("no-server-error");
    }
}
