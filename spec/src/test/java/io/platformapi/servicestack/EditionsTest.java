package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionsTest {

    private static final ContractReader READER = new ContractReader(Access.SAME_ORIGIN);
    private static final Contract WRITTEN = READER.read("openapi.yaml");
    private static final Map<String, JsonNode> EDITIONS = Editions.of(WRITTEN);

    private static Contract read(String edition) {
        return READER.read(
                EDITIONS.get(edition).toString(), URI.create("file:///" + edition + ".json"), edition + ".json");
    }

    @Test
    void readsTheExpandedEditionAsTheSameContract() {
        assertThat(read("platform-api").document().json())
                .isEqualTo(WRITTEN.document().json());
    }

    @Test
    void readsTheCanonicalEditionAsTheSameContract() {
        assertThat(read("platform-api-canonical").document().json())
                .isEqualTo(WRITTEN.document().json());
    }

    @Test
    void showsEachOperationOnceInTheCanonicalEditionAndReadsByGet() {
        JsonNode paths = EDITIONS.get("platform-api-canonical").path("paths");

        assertThat(paths.findValuesAsText("operationId"))
                .containsExactly(
                        "resendConnectionRequest",
                        "cancelConnection",
                        "removeConnection",
                        "inviteContact",
                        "inviteVirtualContact",
                        "listReceivedConnectionRequests",
                        "listSentConnectionRequests",
                        "listContactLinks");
        assertThat(paths.findValues("get")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform-api", "platform-api-canonical"})
    void tellsInFewWordsWhatTheApiIsAndARequestToPasteFirst(String name) {
        String description = EDITIONS.get(name).at("/info/description").asText();

        assertThat(description)
                .startsWith("Ask the mock server")
                .contains("curl -H \"Authorization: Bearer any\" http://127.0.0.1:4010/api/contacts/"
                        + "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/links")
                .hasSizeLessThan(1500);
    }

    @Test
    void hasNothingForTheFormatThatToolsWouldSendByThemselves() {
        JsonNode format = EDITIONS.get("platform-api").at("/components/parameters/Format");

        assertThat(format.has("example")
                        || format.has("examples")
                        || format.path("schema").has("default"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"application/xml, xml", "text/jsv, jsv", "text/jsonl, jsonl", "text/csv, csv"})
    void showsEachExampleOfAnAnswerInTheSpellingOfItsType(String type, String format) throws MalformedBody {
        JsonNode edition = EDITIONS.get("platform-api-canonical");
        Response answer = WRITTEN.operation("listContactLinks")
                .orElseThrow()
                .response(200)
                .orElseThrow();
        Content content = answer.content(MediaType.of(type)).orElseThrow();
        JsonNode examples = edition.at("/paths/~1api~1contacts~1{ContactId}~1links/get/responses/200/content")
                .path(type)
                .path("examples");

        assertThat(examples)
                .hasSameSizeAs(WRITTEN.operation("listContactLinks")
                        .orElseThrow()
                        .response(200)
                        .flatMap(json -> json.content(MediaType.of("application/json")))
                        .orElseThrow()
                        .examples()
                        .keySet());
        for (Map.Entry<String, JsonNode> example : examples.properties()) {
            JsonNode text = edition.at(example.getValue().path("$ref").asText().substring(1));
            assertThat(text.path("x-format").asText()).isEqualTo(format);
            TypedBody sent = new TypedBody(
                    MediaType.of(type), text.path("value").asText().getBytes(StandardCharsets.UTF_8));
            JsonNode read = WRITTEN.dialect()
                    .bodies()
                    .read(content, sent, Reading.RESPONSE)
                    .only()
                    .orElseThrow();
            assertThat(content.schema().faults(read)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform-api", "platform-api-canonical"})
    void describesEveryMemberWhereReadersOf30SeeIt(String name) {
        EDITIONS.get(name)
                .at("/components/schemas")
                .forEach(schema -> schema.path("properties").properties().forEach(member -> {
                    boolean refers = member.getValue().has("$ref");
                    assertThat(refers != member.getValue().has("description"))
                            .as(member.getKey())
                            .isTrue();
                }));
    }

    @Test
    void leavesServerVariablesBareForReadersThatKnowNoMore() {
        assertThat(EDITIONS.get("platform-api").at("/servers/1/variables/host").has("description"))
                .isFalse();
    }

    @Test
    void givesEveryOperationAnIdOfItsOwn() {
        assertThat(WRITTEN.operations())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .contains("cancelConnectionByGet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "platform-api", "platform-api-canonical"})
    void isReadBySwaggerParserWithoutAMessage(String name) throws IOException {
        String text = EDITIONS.containsKey(name) ? EDITIONS.get(name).toString() : Files.readString(Path.of(name));
        ParseOptions resolving = new ParseOptions();
        resolving.setResolve(true);

        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, List.of(), resolving);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).hasSize(8);
    }
}
