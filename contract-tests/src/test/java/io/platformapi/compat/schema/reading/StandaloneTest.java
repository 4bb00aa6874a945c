package io.platformapi.compat.schema.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.language.Formats;
import org.junit.jupiter.api.Test;

class StandaloneTest {

    private static final int LENGTH = 20_000;

    @Test
    void followsChainsOfReferencesThatAreLongerThanTheStackIsDeep() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < LENGTH; i++) {
            document.putObject("S" + i)
                    .putObject("properties")
                    .putObject("next")
                    .put("$ref", "#/S" + (i + 1));
        }
        document.putObject("S" + LENGTH).put("type", "string");
        SchemaReading reading = new SchemaReading(
                SchemaReading.Dialect.JSON_SCHEMA_2020_12,
                SchemaReading.Direction.REQUEST,
                SchemaReading.Profile.COMMON);
        ObjectNode schema =
                new Standalone(References.within(document), reading, new Formats()).of(document.get("S0"), "/S0");
        assertThat(schema.get("x-defs")).hasSize(LENGTH);
    }
}
