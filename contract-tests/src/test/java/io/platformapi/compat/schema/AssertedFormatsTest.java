package io.platformapi.compat.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code format} leaves of the values, where it is asserted, and where it is a remark. */
class AssertedFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"format": "uri"}                      | {"format": "uri-reference"}
            {"format": "email"}                    | {"format": "idn-email"}
            {"format": "uuid"}                     | {"minLength": 36, "maxLength": 36}
            {"format": "uuid"}                     | {"pattern": "^[0-9A-Fa-f-]+$"}
            {"format": "date"}                     | {"maxLength": 10, "pattern": "^[0-9-]+$"}
            {"format": "ipv4"}                     | {"maxLength": 15}
            {"pattern": "^[a-f]{8}(-[a-f]{4}){3}-[a-f]{12}$"} | {"format": "uuid"}
            {}                                     | {"format": "url"}
            {"format": "dateTime"}                 | {"format": "password"}
            {"format": "url", "enum": ["a", "b"]}  | {"format": "url", "enum": ["a", "b", "c"]}
            """)
    void takesInAllTexts(String sent, String read) throws JsonProcessingException {
        assertThat(subset("string", sent, read)).isEqualTo(new Verdict.Yes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                  | {"format": "hostname"}            | "-example-.com"
            {}                  | {"format": "byte"}                | "a"
            {}                  | {"format": "base64url"}           | "a"
            {}                  | {"format": "date"}                | "a"
            {"minLength": 90}   | {"format": "date"}                | "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            {"format": "url"}   | {"format": "uri"}                 | "a"
            {"format": "uuid"}  | {"pattern": "^[0-9a-f-]*$"}       | "0F8FAD5B-D9CB-469F-A165-70867728950E"
            {"format": "uuid"}  | {"pattern": "^[^1]*$"}            | "3fa85f64-5717-4562-b3fc-2c963f66afa6"
            """)
    void showsATextThatIsRefused(String sent, String read, String witness) throws JsonProcessingException {
        assertThat(subset("string", sent, read)).isEqualTo(new Verdict.No(JSON.readTree(witness)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                   | {"format": "double"}
            {"format": "int8"}   | {"format": "int16"}
            {"format": "uint32"} | {"format": "int64", "minimum": 0}
            """)
    void takesInAllNumbers(String sent, String read) throws JsonProcessingException {
        assertThat(subset("integer", sent, read)).isEqualTo(new Verdict.Yes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                 | {"format": "int8"}       | 128
            {"format": "int8"} | {"format": "uint16"}     | -128
            {}                 | {"format": "double-int"} | 9007199254740992
            """)
    void showsANumberThatIsRefused(String sent, String read, String witness) throws JsonProcessingException {
        assertThat(subset("integer", sent, read)).hasToString("No[witness=" + witness + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"format": "double"} | {"format": "float"} | no validator tells how exact a number is, as the format float has it
            """)
    void saysWhatNobodyCanTell(String sent, String read, String reason) throws JsonProcessingException {
        assertThat(subset("number", sent, read)).isEqualTo(new Verdict.Undecided(reason));
    }

    private static Verdict subset(String type, String sent, String read) throws JsonProcessingException {
        JsonNode one = typed(type, sent);
        JsonNode other = typed(type, read);
        return new Subsumption(
                        document(one), document(other), SchemaReading.Direction.REQUEST, SchemaReading.Profile.COMMON)
                .subset(new References.Located(one, ""), new References.Located(other, ""));
    }

    private static JsonNode typed(String type, String schema) throws JsonProcessingException {
        return ((ObjectNode) JSON.readTree(schema)).put("type", type);
    }

    private static Subsumption.Document document(JsonNode schema) {
        return new Subsumption.Document(References.within(schema), SchemaReading.Dialect.JSON_SCHEMA_2020_12);
    }
}
