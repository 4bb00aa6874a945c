package io.platformapi.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What the validator keeps of what it finds. */
final class ValidationTest {

    private static final int LEVELS = 8;

    /** Each level would keep four times the errors of the one below. */
    @Test
    void keepsNoMoreOfUnionsInUnionsThanIsOfUse() {
        Node document = Sources.of("""
                openapi: 3.1.0
                components:
                  schemas:
                    A:
                      oneOf:
                        - {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
                        - {type: [object, 'null'], properties: {a: {$ref: '#/components/schemas/A'}}}
                        - {type: [object, string], properties: {a: {$ref: '#/components/schemas/A'}}}
                        - {type: [object, boolean], properties: {a: {$ref: '#/components/schemas/A'}}}
                """, URI.create("file:///a.yaml"), "a.yaml", Access.SAME_ORIGIN);
        Node schema = document.member("components").member("schemas").member("A");
        Validation validation = new Validation(SchemaVersion.OPENAPI_3_1, document);

        JsonNode value = JsonNodeFactory.instance.numberNode(1);
        for (int level = 0; level < LEVELS; level++) {
            value = JsonNodeFactory.instance.objectNode().set("a", value);
        }
        assertThat(Validation.errors(validation.compiled(schema), value)).hasSizeBetween(1, KeptErrors.MOST);
    }
}
