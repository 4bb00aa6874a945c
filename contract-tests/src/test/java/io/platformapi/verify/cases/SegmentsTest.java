package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values stay in the segment of a path that they are written into, whoever reads it. */
class SegmentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "%2e",
                "%2E%2e",
                ".%2E",
                "a.",
                "a%20",
                "%20",
                "a%2Fb",
                "a%2f..%2fb",
                "a/b",
                "%5C",
                "a%00",
                "a%0Ab",
                "%09",
                "%7F",
                "%",
                "%FF"
            })
    void someLeadAstray(String encoded) {
        assertThat(Segments.isOne(encoded)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", ".a", "..a", "a.b", "a..b", "%20a", "a;b=c", ".a.b", "-", "~", "%25", "%C3%BC", "a,b", "%2Ea"
            })
    void othersDoNot(String encoded) {
        assertThat(Segments.isOne(encoded)).isTrue();
    }

    @Test
    void literalTextIsSentAsAUriMayHaveIt() {
        assertThat(Segments.sendable("/größe/a b|{c}/x%20y/z%/:@!$&'()*+,;=~"))
                .isEqualTo("/gr%C3%B6%C3%9Fe/a%20b%7C%7Bc%7D/x%20y/z%25/:@!$&'()*+,;=~");
    }
}
