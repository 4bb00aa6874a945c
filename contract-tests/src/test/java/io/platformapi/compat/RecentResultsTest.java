package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentResultsTest {

    private final List<Integer> workedOut = new ArrayList<>();
    private final RecentResults<Integer, Integer> squares = new RecentResults<>();

    private int square(int of) {
        return squares.of(of, number -> {
            workedOut.add(number);
            return number * number;
        });
    }

    @Test
    void keepsWhatIsAskedForAgainAndForgetsTheRest() {
        for (int i = 0; i < 1000; i++) {
            assertThat(square(7)).isEqualTo(49);
            assertThat(square(100 + i)).isEqualTo((100 + i) * (100 + i));
        }
        workedOut.clear();
        square(7);
        square(100);

        assertThat(workedOut).containsExactly(100);
    }
}
