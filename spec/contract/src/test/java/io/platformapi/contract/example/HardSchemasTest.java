package io.platformapi.contract.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a schema asks for by several keywords at once, or refuses, is made all the same. */
final class HardSchemasTest {

    private static final int SEEDS = 8;

    static List<String> schemas() throws IOException {
        try (InputStream file = HardSchemasTest.class.getResourceAsStream("hard-schemas.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("- "))
                    .map(line -> line.substring(2))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void makesAValueThatTheSchemaTakes(String schema) {
        Schema read = read(schema);
        for (int seed = 0; seed < SEEDS; seed++) {
            Whim whim = seed == 0 ? Whim.FIRST : Whim.seeded(seed);
            JsonNode value = Sampler.ofAnswers(whim).sample(read);

            assertThat(read.faults(value)).as("seed %d: %s", seed, value).isEmpty();
        }
    }

    /** Whoever wants a right value or none gets one, too. */
    @ParameterizedTest
    @MethodSource("schemas")
    void makesARequestOfIt(String schema) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Schema read = read(schema);

            assertThat(Sampler.ofRequests(Whim.seeded(seed)).valid(read))
                    .as("seed %d", seed)
                    .hasValueSatisfying(value -> assertThat(read.faults(value)).isEmpty());
        }
    }

    @Test
    void makesNothingWhereNothingIsRight() {
        Schema nothing = read("{type: string, minLength: 3, maxLength: 2}");

        assertThat(Sampler.ofRequests(Whim.FIRST).valid(nothing)).isEmpty();
        assertThat(nothing.faults(Sampler.ofAnswers(Whim.FIRST).sample(nothing)))
                .isNotEmpty();
    }

    @Test
    void makesNoTextThatNobodyCouldSend() {
        Schema endless = read("{type: object, required: [a], properties: {a: {type: string, minLength: 2147483647}}}");

        assertThat(Sampler.ofRequests(Whim.FIRST).valid(endless)).isEmpty();
        assertThatThrownBy(() -> Sampler.ofAnswers(Whim.FIRST).sample(endless))
                .isInstanceOf(SchemaTooComplex.class)
                .hasMessage(
                        "The schema is too complex to make up a value: it would have a text of 2147483647 characters."
                                + " Document an example.");
    }

    private static Schema read(String schema) {
        Contract contract = new ContractReader(Access.SAME_ORIGIN)
                .read("""
                        openapi: 3.1.1
                        info: {title: Hard, version: '1'}
                        paths:
                          /a:
                            get:
                              operationId: a
                              responses:
                                '200':
                                  description: Fine.
                                  content:
                                    application/json:
                                      schema: %s
                        """.formatted(schema), URI.create("file:///a.yaml"), "a.yaml");
        return contract.operation("a")
                .orElseThrow()
                .response(200)
                .orElseThrow()
                .contents()
                .get(0)
                .schema();
    }
}
