package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.format.Xml;
import io.platformapi.contract.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The XML that the platform's pages show, apart from its indentation. */
class PagesTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private final Xml xml = Xml.ofDataContracts("x-datacontract");

    private static final Contract CONTRACT = ShippedContract.read();

    private static Schema schema(String name) {
        return CONTRACT.schema(name).orElseThrow();
    }

    private static byte[] page(String file) throws IOException {
        try (InputStream in = PagesTest.class.getResourceAsStream("/pages/" + file)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GetConnectionRequests",
                "GetConnectionRequestsResponse",
                "ContactConnectedLinks",
                "ContactConnectedLinksResponse"
            })
    void readsAndWritesTheSampleOf(String type) throws IOException, MalformedBody {
        byte[] sample = page(type + ".xml");
        JsonNode value = new Json().read(page(type + ".json"));

        assertThat(xml.read(sample, schema(type), Reading.RESPONSE)).isEqualTo(value);
        assertThat(new String(xml.write(value, schema(type)), StandardCharsets.UTF_8))
                .isEqualTo(DECLARATION + new String(sample, StandardCharsets.UTF_8).replaceAll("\n *", ""));
    }

    /** By the {@code xml} objects of the published editions, which cannot say what a dictionary is. */
    @ParameterizedTest
    @ValueSource(strings = {"GetConnectionRequests", "ContactConnectedLinks", "ContactConnectedLinksResponse"})
    void isReadByWhoKnowsOnlyXmlObjects(String type) throws IOException, MalformedBody {
        JsonNode value = new Json().read(page(type + ".json"));
        value.findParents("Meta").forEach(owner -> ((ObjectNode) owner).remove("Meta"));
        byte[] written = xml.write(value, schema(type));

        assertThat(Xml.ofOpenApi().read(written, schema(type), Reading.RESPONSE))
                .isEqualTo(value);
    }
}
