package io.platformapi.contract.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.pattern.RegexFinder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSampleTest {

    private static String text(String pattern, long seed, int least, int most) {
        return PatternSample.text(pattern, Whim.seeded(seed), least, most).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z]{3}-[0-9]{2,4}$",
                "^#([a-f0-9]{6}|[a-f0-9]{3})$",
                "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$",
                "^[^\\s@]+@[^\\s@]+\\.[a-z]{2,}$",
                "^\\p{Script=Greek}{2,8}$",
                "^[^ -~]{4}$",
                "^{[0-9a-f]+}$",
                "^[a-z&&[^b]]$",
                "^😀{2}[\\u{1F600}-\\u{1F64F}]?$",
                "^\\cA\\x41\\u0042\\.\\-$|^.{5}$",
                "^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d)(?=.*[@$!%*?&])[A-Za-z\\d@$!%*?&]{8,}$",
                "^(a|b)(c|d)\\2\\1$",
                "^(?=.*\\d)(?=.*[a-z]).{6,10}$",
                "^(?!0)[0-9]{4}$",
                "^(?:^|a){2}b$",
                "\\bfoo\\b",
                "a$|^b",
                "(?<=a)b",
                "^((a?){20000}){20000}$",
                "^(?:[a-z]+(?:-[a-z]+)*|\\d{1,3}(?:\\.\\d{1,3}){3})$",
                ""
            })
    void makesTextsThatMatch(String pattern) {
        RegexFinder finder = RegexFinder.of(pattern);

        for (long seed = 1; seed <= 20; seed++) {
            assertThat(finder.finds(text(pattern, seed, 0, Integer.MAX_VALUE)))
                    .as("seed %s", seed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            ^[a-z]+$ 20 20
            ^[a-z]+-[0-9]+$ 20 20
            ^[a-z]*$ 5000 5003
            ^[A-Z]{2}[a-z]*$ 2 2
            [a-z] 5 5
            ^[a-z] 9 9
            ^(?:ab)+$ 7 9
            ^.*$ 0 1
            ^(a{3}|b{9})$ 4 10
            """)
    void makesThemAsLongAsWanted(String pattern, int least, int most) {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(text(pattern, seed, least, most)).as("seed %s", seed).hasSizeBetween(least, most);
        }
    }

    @Test
    void makesTheSameForTheSameSeedAndOthersForOthers() {
        assertThat(text("^[a-z]{8}$", 7, 0, 9)).isEqualTo(text("^[a-z]{8}$", 7, 0, 9));
        assertThat(LongStream.range(0, 20)
                        .mapToObj(seed -> text("^[a-z]{8}$", seed, 0, 9))
                        .distinct()
                        .count())
                .isGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(?!)$", "a^b", "^[]$", "^(?=a)b$", "^a{9}$", "((("})
    void makesNoneWhereThereIsNone(String pattern) {
        assertThat(PatternSample.text(pattern, Whim.FIRST, 0, 8)).isEmpty();
    }
}
