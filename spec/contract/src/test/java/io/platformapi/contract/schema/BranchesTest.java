package io.platformapi.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a value that fits no branch of a union. */
class BranchesTest {

    private static final String PETS = """
            Pet:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/a~1%25Dog'}, {$ref: '#/components/schemas/Bird'}]
              discriminator: {propertyName: kind, mapping: {katze: '#/components/schemas/Cat', hund: '#/components/schemas/a~1%25Dog', "a/b": Bird, fish: null, 5: {}}}
            Cat: {type: object, required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer}}}
            a/%Dog: {type: object, required: [kind, barks, age], properties: {kind: {type: string}, barks: {type: boolean}}}
            Bird: {type: object, required: [kind, wings, beak, nest], properties: {kind: {type: string}}}
            Maybe: {anyOf: [{$ref: '#/components/schemas/Pet'}, {type: 'null'}]}
            List: {type: object, properties: {pets: {type: array, items: {$ref: '#/components/schemas/Maybe'}}}}
            """;

    /** Where the faults are, beside that no branch fits. */
    private static List<String> faults(String name, String value) {
        String text = "openapi: 3.1.0\ncomponents:\n  schemas:\n" + PETS.indent(4);
        Node document = Sources.of(text, URI.create("file:///pets.yaml"), "pets.yaml", Access.SAME_ORIGIN);
        Node schema = document.member("components").member("schemas").member(name);
        return new Schemas(document)
                .of(schema).faults(tree(value)).stream()
                        .filter(fault -> !fault.rule().endsWith("Of"))
                        .map(Fault::pointer)
                        .sorted()
                        .toList();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"katze\",\"lives\":\"9\"} | /lives",
                "{\"kind\":\"hund\",\"barks\":1} | /age, /barks",
                "{\"kind\":\"a/b\"} | /beak, /nest, /wings",
                "{\"kind\":\"Bird\"} | /beak, /nest, /wings",
                "{\"kind\":\"cow\"} | /lives",
                "{\"kind\":\"fish\"} | /lives",
                "{\"kind\":\"5\"} | /lives",
                "{\"kind\":5} | /kind, /lives"
            })
    void tellsOfTheBranchThatTheValueSaysItIsOf(String value, String members) {
        assertThat(String.join(", ", faults("Pet", value))).isEqualTo(members);
    }

    @Test
    void tellsSoInUnionsOfUnions() {
        assertThat(faults("List", "{\"pets\":[{\"kind\":\"hund\",\"barks\":1}]}"))
                .containsExactly("/pets/0/age", "/pets/0/barks");
    }
}
