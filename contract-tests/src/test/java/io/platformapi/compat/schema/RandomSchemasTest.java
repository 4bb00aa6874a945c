package io.platformapi.compat.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pairs of schemas that nobody chose, and values that nobody chose: a yes must hold for each of them. */
class RandomSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAIRS = 400;
    private static final List<String> LEAVES = List.of(
            "{}",
            "{\"type\":\"integer\",\"minimum\":1}",
            "{\"type\":\"number\",\"maximum\":3}",
            "{\"multipleOf\":2}",
            "{\"type\":\"string\",\"maxLength\":1}",
            "{\"pattern\":\"^a\"}",
            "{\"enum\":[1,\"a\",null]}",
            "{\"const\":2}",
            "{\"type\":[\"null\",\"boolean\"]}",
            "{\"required\":[\"a\"]}",
            "{\"maxItems\":1}",
            "{\"uniqueItems\":true}",
            "{\"maxProperties\":1}");
    private static final List<String> COMPOSED = List.of(
            "{\"type\":\"array\",\"items\":%s}",
            "{\"type\":\"object\",\"properties\":{\"a\":%s},\"required\":[\"a\"]}",
            "{\"properties\":{\"a\":%s,\"b\":%s}}",
            "{\"additionalProperties\":%s}",
            "{\"anyOf\":[%s,%s]}",
            "{\"oneOf\":[%s,%s]}",
            "{\"allOf\":[%s,%s]}",
            "{\"not\":%s}",
            "{\"if\":%s,\"then\":%s}",
            "{\"contains\":%s}");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "1",
            "2",
            "2.5",
            "4",
            "\"\"",
            "\"a\"",
            "\"ab\"",
            "\"b\"",
            "[]",
            "[1]",
            "[1,1]",
            "[\"a\",2]",
            "[[1]]",
            "{}",
            "{\"a\":1}",
            "{\"a\":\"a\"}",
            "{\"a\":null,\"b\":2}",
            "{\"b\":\"b\"}",
            "{\"a\":{\"a\":1}}",
            "{\"a\":[1,1]}",
            "{\"c\":0}");

    @Test
    void neverSaysYesWhereAValueSaysNo() throws JsonProcessingException {
        for (long seed = 1; seed <= PAIRS; seed++) {
            Random random = new Random(seed);
            JsonNode sent = JSON.readTree(schema(random, 2));
            JsonNode read = JSON.readTree(schema(random, 2));
            Verdict verdict = new Subsumption(
                            document(sent), document(read), Reading.Direction.REQUEST, Reading.Profile.LITERAL)
                    .subset(new References.Located(sent, ""), new References.Located(read, ""));
            if (verdict instanceof Verdict.Yes) {
                for (String text : VALUES) {
                    JsonNode value = JSON.readTree(text);
                    assertThat(accepts(sent, value) && !accepts(read, value))
                            .as("seed %s: %s is a value of %s and none of %s", seed, value, sent, read)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void findsEverySchemaToBeOneOfItself() throws JsonProcessingException {
        for (long seed = 1; seed <= PAIRS; seed++) {
            JsonNode schema = JSON.readTree(schema(new Random(seed), 3));
            JsonNode moved = JSON.readTree("{\"allOf\":[{\"anyOf\":[" + schema + "]}]}");
            assertThat(new Subsumption(
                                    document(schema),
                                    document(moved),
                                    Reading.Direction.RESPONSE,
                                    Reading.Profile.LITERAL)
                            .subset(new References.Located(schema, ""), new References.Located(moved, "")))
                    .as("seed %s: %s", seed, schema)
                    .isEqualTo(new Verdict.Yes());
        }
    }

    private static String schema(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return LEAVES.get(random.nextInt(LEAVES.size()));
        }
        return COMPOSED.get(random.nextInt(COMPOSED.size()))
                .formatted(schema(random, depth - 1), schema(random, depth - 1));
    }

    private static Subsumption.Document document(JsonNode schema) {
        return new Subsumption.Document(References.within(schema), Reading.Dialect.JSON_SCHEMA_2020_12);
    }

    private static boolean accepts(JsonNode schema, JsonNode value) {
        Reading reading =
                new Reading(Reading.Dialect.JSON_SCHEMA_2020_12, Reading.Direction.REQUEST, Reading.Profile.LITERAL);
        return new Judge(new Standalone(References.within(schema), reading, new Formats()))
                .accepts(new References.Located(schema, ""), value);
    }
}
