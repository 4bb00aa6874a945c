package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
