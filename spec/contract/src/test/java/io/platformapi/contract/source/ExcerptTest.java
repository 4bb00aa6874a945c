package io.platformapi.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The beginning of a text. */
class ExcerptTest {

    @Test
    void isTheTextWhereThatIsShort() {
        assertThat(Excerpt.of("abc", 3)).isEqualTo("abc");
        assertThat(Excerpt.of("", 3)).isEmpty();
    }

    @Test
    void endsWithAnEllipsisWhereTheTextGoesOn() {
        assertThat(Excerpt.of("abcd", 3)).isEqualTo("abc…");
    }

    @Test
    void tearsNoCharacterApart() {
        assertThat(Excerpt.of("ab😀d", 3)).isEqualTo("ab…");
        assertThat(Excerpt.of("ab😀d", 4)).isEqualTo("ab😀…");
    }
}
