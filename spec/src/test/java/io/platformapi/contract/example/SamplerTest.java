package io.platformapi.contract.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values made up from schemas. */
class SamplerTest {

    private static Schema schema(String yaml) {
        String document = "openapi: 3.1.1\ninfo: { title: t, version: 1.0.0 }\npaths: {}\ncomponents:\n  schemas:\n"
                + yaml.indent(4);
        return new ContractReader(Access.SAME_ORIGIN)
                .read(document, URI.create("file:///t.yaml"), "t.yaml")
                .schema("Sampled")
                .orElseThrow();
    }

    @Test
    void givesAMemberWhatEachPartOfAllOfAsksOfIt() {
        Schema file = schema("""
                Sampled:
                  allOf:
                    - type: object
                      properties:
                        link: { type: object, required: [url], properties: { url: { type: string } } }
                    - type: object
                      properties:
                        link: { type: object, required: [access], properties: { access: { enum: [open] } } }
                """);

        JsonNode value = new Sampler(Whim.FIRST).sample(file);

        assertThat(file.faults(value)).isEmpty();
        assertThat(value.path("link").properties())
                .extracting(member -> member.getKey())
                .containsExactlyInAnyOrder("url", "access");
    }

    @Test
    void givesARequiredMemberThatIsNotDeclared() {
        Schema link = schema("""
                Sampled: { type: object, required: [url, accessed], properties: { url: { type: string } } }
                """);

        JsonNode value = new Sampler(Whim.FIRST).sample(link);

        assertThat(link.faults(value)).isEmpty();
        assertThat(value.has("accessed")).isTrue();
    }

    @Test
    void leavesOutAMemberWhoseOnlyVariantIsBeingMade() {
        Schema failure = schema("""
                Sampled:
                  type: object
                  required: [type]
                  properties:
                    type: { enum: [card_error] }
                    intent:
                      type: object
                      properties: { last: { anyOf: [{ $ref: '#/components/schemas/Sampled' }] } }
                """);

        JsonNode value = new Sampler(Whim.FIRST).sample(failure);

        assertThat(failure.faults(value)).isEmpty();
        assertThat(value.toString()).isEqualTo("{\"type\":\"card_error\",\"intent\":{}}");
    }

    @Test
    void takesAVariantThatIsNotBeingMade() {
        Schema tree = schema("""
                Sampled:
                  type: object
                  required: [name, next]
                  properties:
                    name: { enum: [a] }
                    next: { oneOf: [{ $ref: '#/components/schemas/Sampled' }, { type: integer }] }
                """);

        assertThat(new Sampler(Whim.FIRST).sample(tree).toString()).isEqualTo("{\"name\":\"a\",\"next\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- "})
    void takesAVariantThatIsNoOther(String partOfAllOf) {
        Schema source =
                schema((partOfAllOf.isEmpty() ? "Sampled:\n" : "Sampled:\n  allOf:\n") + (partOfAllOf + """
                oneOf:
                    - { type: object, required: [login], properties: { login: { type: string } } }
                    - { type: object, additionalProperties: true }
                """).indent(4));

        JsonNode value = new Sampler(Whim.FIRST).sample(source);

        assertThat(source.faults(value)).isEmpty();
    }
}
