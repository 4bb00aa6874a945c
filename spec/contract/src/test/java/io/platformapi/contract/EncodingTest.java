package io.platformapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.MediaType;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the types of a part it is written in: what is made up is a picture in name only. */
class EncodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            application/json > application/json
            application/json, text/plain > application/json
            application/pdf, image/png, text/plain > text/plain
            image/*, application/octet-stream > application/octet-stream
            image/png, image/jpeg > image/png
            image/png, application/json > image/png
            """)
    void isTheFirstUnlessAnotherIsOfAnyText(String declared, String written) {
        Encoding encoding = new Encoding(declared, Style.FORM, true, true, Map.of());

        assertThat(encoding.written()).map(MediaType::essence).contains(written);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void isNoneWhereNoneIsDeclared(String declared) {
        assertThat(new Encoding(declared, Style.FORM, true, true, Map.of()).written())
                .isEmpty();
    }
}
