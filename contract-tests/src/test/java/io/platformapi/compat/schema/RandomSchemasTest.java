package io.platformapi.compat.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.language.Formats;
import io.platformapi.compat.schema.reading.Judge;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.reading.Standalone;
import java.util.ArrayList;
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
                            document(sent),
                            document(read),
                            SchemaReading.Direction.REQUEST,
                            SchemaReading.Profile.LITERAL)
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
                                    SchemaReading.Direction.RESPONSE,
                                    SchemaReading.Profile.LITERAL)
                            .subset(new References.Located(schema, ""), new References.Located(moved, "")))
                    .as("seed %s: %s", seed, schema)
                    .isEqualTo(new Verdict.Yes());
        }
    }

    @Test
    void agreesOnUnionsWithTryingEveryValueOfASmallWorld() throws JsonProcessingException {
        for (long seed = 1; seed <= PAIRS; seed++) {
            Random random = new Random(seed);
            JsonNode sent = JSON.readTree(union(random));
            JsonNode read = random.nextInt(4) > 0 ? changed(random, sent) : JSON.readTree(union(random));
            Verdict verdict = new Subsumption(
                            document(sent),
                            document(read),
                            SchemaReading.Direction.REQUEST,
                            SchemaReading.Profile.LITERAL)
                    .subset(new References.Located(sent, ""), new References.Located(read, ""));
            Judge sender = judge(sent);
            Judge reader = judge(read);
            boolean broken = false;
            for (JsonNode value : smallWorld()) {
                broken |= sender.accepts(new References.Located(sent, ""), value)
                        && !reader.accepts(new References.Located(read, ""), value);
            }
            assertThat(verdict)
                    .as("seed %s: %s and %s", seed, sent, read)
                    .isInstanceOf(broken ? Verdict.No.class : Verdict.class)
                    .isNotInstanceOf(Verdict.Undecided.class);
        }
    }

    /** Branches with tags or without, over members of few values. */
    private static String union(Random random) {
        StringBuilder branches = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            branches.append(i > 0 ? "," : "").append(branch(random));
        }
        return "{\"%s\":[%s]}".formatted(random.nextBoolean() ? "anyOf" : "oneOf", branches);
    }

    private static String branch(Random random) {
        String tag = random.nextBoolean() ? "{\"enum\":[\"m%s\"]}".formatted(random.nextInt(3)) : "{}";
        String member = List.of("{\"type\":\"integer\"}", "{\"enum\":[1]}", "{}", "{\"type\":\"null\"}")
                .get(random.nextInt(4));
        String required = List.of("", "\"t\"", "\"a\"", "\"t\",\"b\"").get(random.nextInt(4));
        return "{\"type\":\"object\",\"properties\":{\"t\":%s,\"%s\":%s},\"required\":[%s]%s}"
                .formatted(
                        tag,
                        random.nextBoolean() ? "a" : "b",
                        member,
                        required,
                        random.nextInt(3) == 0 ? ",\"additionalProperties\":false" : "");
    }

    private static JsonNode changed(Random random, JsonNode union) throws JsonProcessingException {
        ObjectNode changed = union.deepCopy();
        ArrayNode branches = (ArrayNode) changed.elements().next();
        if (random.nextInt(3) == 0) {
            return branches.add(JSON.readTree(branch(random))).size() > 0 ? changed : union;
        }
        ((ObjectNode) branches.get(random.nextInt(branches.size())))
                .withObject("/properties")
                .set("c", JSON.readTree(LEAVES.get(random.nextInt(LEAVES.size()))));
        return changed;
    }

    private static List<JsonNode> smallWorld() throws JsonProcessingException {
        List<JsonNode> world = new ArrayList<>();
        for (String t : List.of("", "\"t\":\"m0\",", "\"t\":\"m1\",", "\"t\":\"m2\",", "\"t\":5,")) {
            for (String a : List.of("", "\"a\":1,", "\"a\":2,", "\"a\":null,", "\"a\":\"s\",")) {
                for (String b : List.of("", "\"b\":1,", "\"b\":2,", "\"b\":null,", "\"b\":\"s\",")) {
                    for (String c : List.of("", "\"c\":0.5,", "\"c\":\"ab\",")) {
                        String members = t + a + b + c;
                        world.add(JSON.readTree("{" + members.substring(0, Math.max(0, members.length() - 1)) + "}"));
                    }
                }
            }
        }
        return world;
    }

    private static String schema(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return LEAVES.get(random.nextInt(LEAVES.size()));
        }
        return COMPOSED.get(random.nextInt(COMPOSED.size()))
                .formatted(schema(random, depth - 1), schema(random, depth - 1));
    }

    private static Subsumption.Document document(JsonNode schema) {
        return new Subsumption.Document(References.within(schema), SchemaReading.Dialect.JSON_SCHEMA_2020_12);
    }

    private static boolean accepts(JsonNode schema, JsonNode value) {
        return judge(schema).accepts(new References.Located(schema, ""), value);
    }

    private static Judge judge(JsonNode schema) {
        SchemaReading reading = new SchemaReading(
                SchemaReading.Dialect.JSON_SCHEMA_2020_12,
                SchemaReading.Direction.REQUEST,
                SchemaReading.Profile.LITERAL);
        return new Judge(new Standalone(References.within(schema), reading, new Formats()));
    }
}
