package io.platformapi.verify.chains;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    private static JsonNode json(String text) throws JsonProcessingException {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"id\":1,\"name\":\"x\"} | {\"id\":1,\"name\":\"x\"}",
                "{\"data\":{\"id\":1}} | {\"id\":1}",
                "{\"booking\":{\"id\":1}} | {\"id\":1}",
                "{\"data\":{\"id\":1},\"meta\":{\"took\":1}} | {\"id\":1}",
                "{\"status\":\"ok\",\"data\":{\"id\":1}} | {\"id\":1}",
                "{\"booking\":{\"id\":1},\"links\":[]} | {\"id\":1}",
                "{\"code\":\"x\",\"address\":{\"city\":\"y\"}} | {\"code\":\"x\",\"address\":{\"city\":\"y\"}}",
                "{\"from\":{\"city\":\"y\"},\"to\":{\"city\":\"z\"}} | {\"from\":{\"city\":\"y\"},\"to\":{\"city\":\"z\"}}",
                "{\"id\":7,\"meta\":{\"a\":1}} | {\"id\":7,\"meta\":{\"a\":1}}",
                "[{\"id\":1}] | [{\"id\":1}]",
            })
    void isAroundAResource(String shown, String resource) throws JsonProcessingException {
        assertThat(Identity.resource(json(shown))).isEqualTo(json(resource));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{\"id\":1}] | 1",
                "{\"data\":[{\"id\":1}],\"links\":[],\"meta\":{\"sort\":[\"a\"]}} | 1",
                "{\"data\":{\"items\":[{\"id\":1},{\"id\":2}],\"next\":null},\"meta\":{}} | 2",
                "{\"a\":[{\"id\":1}],\"b\":[{\"id\":1}]} | 0",
            })
    void isAroundAList(String shown, int items) throws JsonProcessingException {
        assertThat(ListedItems.of(json(shown))).hasSize(items);
    }

    @ParameterizedTest
    @CsvSource({"24, 24", "24.0, 24", "1E3, 1000", "24.5, 24.5", "'\"24.0\"', 24.0", "1E999, 1E+999"})
    void anIdGoesIntoAPathAsClientsWriteIt(String id, String text) throws JsonProcessingException {
        assertThat(Identity.text(json(id))).isEqualTo(text);
    }
}
