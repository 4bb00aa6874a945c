package io.platformapi.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Media types as clients write them. */
final class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "application/json; charset=utf-8 | utf-8",
                "application/json;Charset = UTF-8 ;a=b | UTF-8",
                "application/json; charset=\"utf-8\" | utf-8",
                "application/json; charset=\"a\\\"b;c\" | a\"b;c",
                "application/json; a=\"charset=x\"; charset=y | y",
                "application/json; charset=\"never closed | \"never closed",
                "application/json; charset | ",
                "application/json; charset= | ''",
                "application/json; charset=a; charset=b | a",
                "application/json; a; =b; charset=c | c"
            })
    void readsParameters(String text, String charset) {
        MediaType type = MediaType.of(text);

        assertThat(type.essence()).isEqualTo("application/json");
        assertThat(type.parameters().get("charset")).isEqualTo(charset);
    }

    /** As long as a head may be: what a pattern would descend into, a level a character. */
    @Test
    void readsAQuotedParameterOfAnyLength() {
        String plain = "b".repeat(100_000);
        String escaped = "\\\"".repeat(100_000);

        assertThat(MediaType.of("a/b;c=\"" + plain + "\"").parameters()).isEqualTo(Map.of("c", plain));
        assertThat(MediaType.of("a/b;c=\"" + escaped + "\"").parameters()).isEqualTo(Map.of("c", "\"".repeat(100_000)));
    }
}
