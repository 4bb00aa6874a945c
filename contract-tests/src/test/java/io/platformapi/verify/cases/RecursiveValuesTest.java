package io.platformapi.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that need themselves: a value is made wherever there is a finite one, and why not is told where not. */
class RecursiveValuesTest {

    private static final String ENDLESS =
            "{type: object, required: [next], properties: {next: {$ref: '#/components/schemas/Node'}}}";

    private static Contract contract(String node) {
        return new ContractReader(Access.SAME_ORIGIN)
                .read("""
                        openapi: 3.1.1
                        info: {title: Nodes, version: '1'}
                        paths:
                          /nodes:
                            post:
                              operationId: addNode
                              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}
                              responses: {'201': {description: made}}
                        components:
                          schemas:
                            Leaf: {type: object, required: [end], properties: {end: {type: boolean}}}
                            Node: %s
                        """.formatted(node), URI.create("file:///nodes.yaml"), "nodes.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: object, required: [next], properties: {next: {anyOf: [{$ref: '#/components/schemas/Node'}, {type: 'null'}]}}}",
                "{type: object, required: [next], properties: {next: {oneOf: [{$ref: '#/components/schemas/Node'}, {$ref: '#/components/schemas/Leaf'}]}}}",
                "{type: object, required: [next], properties: {next: {anyOf: [{$ref: '#/components/schemas/Node'}, {type: integer}]}}}",
                "{type: [object, 'null'], required: [next], properties: {next: {$ref: '#/components/schemas/Node'}}}",
                "{type: object, required: [all], properties: {all: {type: array, items: {$ref: '#/components/schemas/Node'}}}}",
                "{type: object, required: [a, b], properties: {a: {type: array, items: {$ref: '#/components/schemas/Node'}}, b: {oneOf: [{type: string}, {$ref: '#/components/schemas/Node'}]}}}",
                "{oneOf: [{type: object, required: [left, right], properties: {left: {$ref: '#/components/schemas/Node'}, right: {$ref: '#/components/schemas/Node'}}}, {type: string}]}",
                "{type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}",
                "{allOf: [{$ref: '#/components/schemas/Leaf'}, {type: object, required: [next], properties: {next: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Node'}]}}}]}"
            })
    void makesAValueWhereSomethingEndsIt(String node) {
        Contract contract = contract(node);
        Schema schema = contract.schema("Node").orElseThrow();

        for (int seed = 0; seed < 50; seed++) {
            assertThat(Sampler.ofRequests(Whim.sparing(new Random(seed))).valid(schema))
                    .as("seed %d", seed)
                    .hasValueSatisfying(value -> assertThat(schema.faults(value))
                            .as(value.toString())
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ENDLESS,
                "{type: object, required: [all], properties: {all: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Node'}}}}",
                "{type: object, required: [next], properties: {next: {oneOf: [{$ref: '#/components/schemas/Node'}, {type: array, minItems: 2, items: {$ref: '#/components/schemas/Node'}}]}}}"
            })
    void saysWhyWhereNothingEndsIt(String node) {
        Contract contract = contract(node);
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), new Budget(10, 200, 1));

        assertThat(cases.of(contract.operations().get(0))).isEmpty();
        assertThat(Obstacles.of(contract.operations().get(0)))
                .isEqualTo("no finite value satisfies the schema of its body (nodes.yaml:12"
                        + " /components/schemas/Node): it needs itself, and neither null nor a branch nor an empty list"
                        + " ends that");
    }

    @Test
    void makesNoValueOfMorePartsThanItMust() {
        String many = String.join(
                ", ",
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j").stream()
                        .map(name -> name + ": {$ref: '#/components/schemas/Node'}")
                        .toList());
        Schema schema = contract("{type: object, properties: {" + many + "}}")
                .schema("Node")
                .orElseThrow();

        for (int seed = 0; seed < 20; seed++) {
            assertThat(Sampler.ofRequests(Whim.sparing(new Random(seed)))
                            .valid(schema)
                            .orElseThrow()
                            .toString()
                            .length())
                    .isLessThan(20_000);
        }
    }
}
