package io.platformapi.compat.schema.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sets of strings. */
class LanguageTest {

    /** A member may be called "". */
    @Test
    void mayHaveTheEmptyWord() {
        Language words = Language.words(List.of("", "a", "ab"));
        assertThat(List.of("", "a", "ab")).allMatch(words::contains);
        assertThat(List.of("b", "aa")).noneMatch(words::contains);
        assertThat(Language.words(List.of("")).contains("")).isTrue();
        assertThat(Language.words(List.of("a")).contains("")).isFalse();
    }
}
