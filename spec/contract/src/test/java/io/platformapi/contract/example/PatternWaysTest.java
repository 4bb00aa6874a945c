package io.platformapi.contract.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.pattern.RegexFinder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternWaysTest {

    private static final int ANY = Integer.MAX_VALUE;

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            ^[a-z][a-z0-9-]{1,19}$ [a-z].*[0-9].*
            ^[a-z][a-z0-9-]{1,19}$ .*-.*
            ^[a-z][a-z0-9-]{1,19}$ .{2}
            ^[a-z][a-z0-9-]{1,19}$ .{20}
            ^[A-Za-z0-9_-]{8,64}$ .*_.*
            ^[A-Za-z0-9_-]{8,64}$ .{64}
            ^PO-[0-9]{3,8}$ PO-.{8}
            ^PO-[0-9]{3,8}$ PO-.{3}
            ^(sea|air|road)$ road
            ^(?:DE|AT|CH)-?[0-9]+$ CH.*
            ^[a-z]+(-[a-z]+)?$ [a-z]+
            ^[a-z]+(-[a-z]+)?$ [a-z]+-[a-z]+
            ^(a|b)x\\1$ bxb
            ^\\w{4}$ .*_.*
            """)
    void goesEachWay(String pattern, String one) {
        List<String> texts = PatternWays.of(pattern, 0, ANY);

        assertThat(texts).anyMatch(text -> text.matches(one)).allMatch(RegexFinder.of(pattern)::finds);
    }

    @Test
    void keepsToLengths() {
        assertThat(PatternWays.of("^[a-z]*$", 3, 7)).extracting(String::length).contains(3, 7);
        assertThat(PatternWays.of("^[a-z]{5}$", 6, ANY)).isEmpty();
        assertThat(PatternWays.of("^[a-z]{5}$", 0, 4)).isEmpty();
    }

    /** What may be repeated for ever leaves some room to what may not. */
    @Test
    void repeatsWhatHasABoundAsOftenAsMayBe() {
        assertThat(PatternWays.of("^[a-z]+@[a-z]+[.][a-z]{2,6}$", 0, 100))
                .anyMatch(text -> text.matches(".*[.][a-z]{6}"));
    }

    @Test
    void saysNothingTwice() {
        assertThat(PatternWays.of("^[0-9]{4}$", 0, ANY)).hasSize(1);
        assertThat(PatternWays.of("^[A-Za-z0-9_-]{8,64}$", 0, ANY)).hasSizeLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^((a?){20000}){20000}$", "^[]$", "[", "^(?=b)a$", "^\\p{Script=Greek}+$", "^a{300}$", ""})
    void endsWhateverAnExpressionIs(String pattern) {
        assertThat(PatternWays.of(pattern, 0, ANY)).hasSizeLessThan(5);
    }
}
