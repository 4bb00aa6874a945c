package io.platformapi.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Loader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schemas of each edition of JSON Schema in documents of OpenAPI, with values that are right and values that are wrong:
 * as a file of its own, as a component, and in the edition that the document names.
 */
class JsonSchemaCasesTest {

    private static final Path CASES = Path.of("src/test/resources/io/platformapi/contract/schema/json-schema.jsonl");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();
    private static final String OLD = "3.0";
    private static final Map<String, String> DIALECTS = Map.of(
            "2020-12", "https://json-schema.org/draft/2020-12/schema",
            "2019-09", "https://json-schema.org/draft/2019-09/schema",
            "7", "http://json-schema.org/draft-07/schema#",
            "6", "http://json-schema.org/draft-06/schema#",
            "4", "http://json-schema.org/draft-04/schema");

    /** Where the schema stands, and what says in which edition it is. */
    private enum Way {
        FILE,
        COMPONENT,
        DOCUMENT
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-12", "2019-09", "7", "6", "4", OLD})
    void takesWhatIsRightAndNothingElse(String draft) throws IOException {
        List<String> mistakes = new ArrayList<>();
        int asked = 0;
        for (String line : Files.readAllLines(CASES)) {
            JsonNode each = JSON.readTree(line);
            if (each.path("draft").asText().equals(draft)) {
                for (Way way : ways(each)) {
                    Schema schema = read(each, way).schema("A").orElseThrow();
                    asked += ask(schema, each.get("right"), true, way + " " + line, mistakes);
                    asked += ask(schema, each.get("wrong"), false, way + " " + line, mistakes);
                }
            }
        }
        assertThat(mistakes).isEmpty();
        assertThat(asked).isGreaterThan(20);
    }

    /** What a look is sure of, the validator has to take as well. */
    private static int ask(Schema schema, JsonNode values, boolean right, String title, List<String> mistakes) {
        for (JsonNode value : values) {
            if (schema.faults(value).isEmpty() != right || schema.isSureOf(value) && !right) {
                mistakes.add((right ? "refuses " : "takes ") + value + ": " + title);
            }
        }
        return values.size();
    }

    /** A reference by pointer leads elsewhere where the schema is no file; a name keeps it where it is. */
    private static List<Way> ways(JsonNode each) {
        if (each.path("draft").asText().equals(OLD)) {
            return List.of(Way.COMPONENT);
        }
        JsonNode schema = each.get("schema");
        boolean movable =
                schema.isObject() && (schema.has("$id") || !schema.toString().contains("ef\":\"#"));
        return movable ? List.of(Way.values()) : List.of(Way.FILE, Way.DOCUMENT);
    }

    private static Contract read(JsonNode each, Way way) {
        String draft = each.path("draft").asText();
        ObjectNode document = JSON.createObjectNode();
        document.put("openapi", draft.equals(OLD) ? "3.0.4" : "3.1.1");
        document.putObject("info").put("title", "T").put("version", "1");
        document.putObject("paths");
        JsonNode schema = each.get("schema").deepCopy();
        if (way == Way.DOCUMENT) {
            document.put("jsonSchemaDialect", DIALECTS.get(draft));
        } else if (!draft.equals(OLD) && schema instanceof ObjectNode object) {
            object.put("$schema", DIALECTS.get(draft));
        }
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        if (way == Way.COMPONENT) {
            schemas.set("A", schema);
        } else {
            schemas.putObject("A").put("$ref", "schema.json");
        }
        Loader files = (uri, from) -> (uri.getPath().endsWith("/schema.json") ? schema : document).toString();
        return new ContractReader(Access.SAME_ORIGIN)
                .read(URI.create("file:///api/document.json"), "document.json", files);
    }
}
