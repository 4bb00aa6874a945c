package io.platformapi.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptTest {

    private final Kept kept = new Kept();

    @Test
    void worksOutAValueOnce() {
        StringBuilder first = kept.of(StringBuilder.class, () -> new StringBuilder("first"));
        assertThat(kept.of(StringBuilder.class, () -> new StringBuilder("second")))
                .isSameAs(first);
    }

    @Test
    void keepsOneValueOfEachKind() {
        kept.of(String.class, () -> "text");
        kept.of(Integer.class, () -> 7);
        assertThat(kept.of(String.class, () -> "other")).isEqualTo("text");
        assertThat(kept.of(Integer.class, () -> 8)).isEqualTo(7);
    }

    @Test
    void letsTheWorkAskForAnotherKind() {
        Integer length =
                kept.of(Integer.class, () -> kept.of(String.class, () -> "text").length());
        assertThat(length).isEqualTo(4);
    }

    /** Of two that are made at once, all get the one that was kept first. */
    @Test
    void givesWhatWasKeptMeanwhile() {
        String outer = kept.of(String.class, () -> {
            kept.of(String.class, () -> "inner");
            return "outer";
        });
        assertThat(outer).isEqualTo("inner");
    }
}
