package io.platformapi.contract.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Warning;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas in older editions of JSON Schema, and what is told of what they cannot say. */
class OldKeywordsTest {

    private static final String HEAD =
            "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";

    private static Contract read(String schemas) {
        return new ContractReader(Access.SAME_ORIGIN)
                .read(HEAD + schemas.indent(4), URI.create("file:///s.yaml"), "s.yaml");
    }

    private static List<String> warnings(Contract contract) {
        return contract.warnings().stream().map(Warning::toString).toList();
    }

    private static List<String> faults(Contract contract, String json) throws Exception {
        return contract
                .schema("A")
                .orElseThrow()
                .faults(JsonMapper.builder().build().readTree(json))
                .stream()
                .map(fault -> fault.pointer() + " " + fault.rule())
                .toList();
    }

    @Test
    void readsThemForEveryToolAndNotForTheValidatorAlone() throws Exception {
        Contract contract = read("""
                A:
                  $schema: http://json-schema.org/draft-04/schema#
                  type: array
                  items: [{type: integer, minimum: 6, exclusiveMinimum: true, maximum: 8, exclusiveMaximum: true}, {type: string, enum: [a]}]
                  additionalItems: false
                  minItems: 2
                """);

        assertThat(warnings(contract)).isEmpty();
        assertThat(faults(contract, "[6, \"a\", 1]")).containsExactlyInAnyOrder("/0 exclusiveMinimum", " items");
        assertThat(Sampler.ofAnswers(Whim.FIRST)
                        .sample(contract.schema("A").orElseThrow())
                        .toString())
                .isEqualTo("[7,\"a\"]");
    }

    @Test
    void readsTheSchemaBesideOneOfAnotherEditionAsTheDocumentHasIt() throws Exception {
        Contract contract = read("""
                A: {properties: {old: {$ref: '#/components/schemas/Old'}, now: {dependencies: {a: [b]}}}}
                Old: {$schema: 'http://json-schema.org/draft-07/schema#', dependencies: {a: [b], c: {maxProperties: 1}}}
                """);

        assertThat(faults(contract, "{\"old\":{\"a\":1},\"now\":{\"a\":1}}"))
                .containsExactly("/old/a dependentRequired");
        assertThat(faults(contract, "{\"old\":{\"c\":1,\"d\":1}}")).containsExactly("/old maxProperties");
    }

    @Test
    void followsNoReferenceInWhatDoesNotCount() {
        Contract contract = read("""
                A: {$schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/components/schemas/B', properties: {a: {$ref: '#/nowhere'}}}
                B: {type: string}
                """);

        assertThat(warnings(contract)).isEmpty();
        assertThat(contract.schema("A").orElseThrow().properties()).isEmpty();
        assertThat(contract.schema("A").map(Schema::types)).hasToString("Optional[[STRING]]");
    }

    @Test
    void saysWhatTheEditionDoesNotKnow() {
        assertThat(warnings(read("""
                        A:
                          $schema: http://json-schema.org/draft-06/schema#
                          if: {}
                          dependencies: {a: 1}
                        B: {$schema: 'http://json-schema.org/draft-04/schema', minimum: 1, exclusiveMinimum: 2}
                        C: {$schema: 'https://example.com/mine'}
                        """)))
                .containsExactly(
                        "s.yaml:8 /components/schemas/A/if: \"if\" is no keyword of JSON Schema draft 6, in which this schema"
                                + " is written; it is passed over",
                        "s.yaml:9 /components/schemas/A/dependencies/a: \"a\" of dependencies is no list of names and no"
                                + " schema but 1; it is passed over",
                        "s.yaml:10 /components/schemas/B/exclusiveMinimum: \"exclusiveMinimum\" takes true or false in"
                                + " JSON Schema draft 4; 2 is passed over, as if the keyword were not there",
                        "s.yaml:11 /components/schemas/C/$schema: schemas in the dialect \"https://example.com/mine\" are"
                                + " not understood; this one is read as https://json-schema.org/draft/2020-12/schema");
    }
}
