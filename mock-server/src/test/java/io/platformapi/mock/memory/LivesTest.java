package io.platformapi.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In any document each kind of things can be made, read, listed, changed and removed, and each answer is as documented.
 */
final class LivesTest {

    private static final List<String> NOUNS = List.of("pets", "owners", "categories", "boxes", "news", "addresses");

    /** A document of some kinds of things, in the shapes that a seed chooses. */
    private static String generated(long seed) {
        Random random = new Random(seed);
        StringBuilder paths = new StringBuilder();
        StringBuilder schemas = new StringBuilder();
        String prefix = random.nextBoolean() ? "" : "/api/v1";
        String above = "";
        for (String noun : NOUNS) {
            boolean nested = !above.isEmpty() && random.nextInt(3) == 0;
            boolean whole = random.nextBoolean();
            String id = List.of("id", "uuid", noun.substring(0, 3) + "Key").get(random.nextInt(3));
            String type = whole
                    ? "{type: integer, readOnly: true}"
                    : random.nextBoolean()
                            ? "{type: string, format: uuid}"
                            : "{type: string, pattern: '^[a-z0-9-]{1,40}$'}";
            String list = "{type: array, items: {$ref: '#/components/schemas/" + noun + "'}}";
            String many = switch (random.nextInt(4)) {
                case 0 -> list;
                case 1 ->
                    "{type: object, required: [items, total], properties: {items: " + list
                            + ", total: {type: integer}}}";
                case 2 -> "{type: object, properties: {data: " + list + ", has_more: {type: boolean}}}";
                default -> "{type: object, required: [" + noun + "], properties: {" + noun + ": " + list + "}}";
            };
            boolean wrapped = random.nextInt(3) == 0;
            String one = "{$ref: '#/components/schemas/" + noun + "'}";
            String body = wrapped ? "{type: object, required: [data], properties: {data: " + one + "}}" : one;
            String json = "content: {application/json: {schema: " + body + "}}";
            String base = nested ? prefix + "/" + above + "/{aboveId}/" + noun : prefix + "/" + noun;
            String variable = List.of(id, "id", Words.one(noun) + "Id").get(random.nextInt(3));
            String params = (nested ? "{name: aboveId, in: path, required: true, schema: {type: string}}" : "");
            String own = (nested ? params + ", " : "") + "{name: " + variable
                    + ", in: path, required: true, schema: {type: " + (whole ? "integer" : "string") + "}}";
            String change = random.nextBoolean() ? "patch" : "put";
            String created = random.nextBoolean() ? "'201'" : "'200'";
            paths.append("  " + base + ":\n    parameters: [" + params + "]\n"
                    + "    get: {responses: {'200': {description: Some., content: {application/json: {schema: " + many
                    + "}}}, '404': {description: None.}}}\n"
                    + "    post: {requestBody: {required: true, " + json + "}, responses: {" + created
                    + ": {description: Made., " + json + "}, '404': {description: None.}}}\n"
                    + "  " + base + "/{" + variable + "}:\n    parameters: [" + own + "]\n"
                    + "    get: {responses: {'200': {description: It., " + json + "}, '404': {description: None.}}}\n"
                    + "    " + change + ": {requestBody: {required: true, " + json
                    + "}, responses: {'200': {description: It., " + json + "}, '404': {description: None.}}}\n"
                    + "    delete: {responses: {'204': {description: Gone.}, '404': {description: None.}}}\n");
            schemas.append(
                    "    " + noun + ": {type: object, required: [" + id + ", title], "
                            + (random.nextBoolean() ? "additionalProperties: false, " : "") + "properties: {" + id
                            + ": " + type
                            + ", title: {type: string, minLength: 2}, rank: {type: integer, maximum: 9}, createdAt: {type: string, format: date-time, readOnly: true}}}\n");
            above = nested ? above : noun;
        }
        return "openapi: 3.1.1\ninfo: {title: Made from seed " + seed + ", version: '1'}\npaths:\n" + paths
                + "components:\n  schemas:\n" + schemas;
    }

    @Test
    void ofGeneratedDocuments() {
        for (long seed = 1; seed <= 40; seed++) {
            String document = generated(seed);
            Contract contract = RememberingMock.contract(document);
            Life life = new Life(contract).lived();

            assertThat(life.failures()).as("seed " + seed + "\n" + document).isEmpty();
            assertThat(life.notices()).as("seed " + seed + "\n" + document).isEmpty();
            assertThat(life.answers()).as("seed " + seed).isGreaterThanOrEqualTo(NOUNS.size() * 7);
        }
    }

    /** What reads a thing takes any text for its id, what removes it takes less, and neither needs percent signs. */
    @ParameterizedTest
    @ValueSource(strings = {"format: uuid", "format: ipv6", "pattern: '^a/?[0-9]+ %$'"})
    void ofThingsWhoseOperationsTakeDifferentIds(String narrow) {
        Contract contract = RememberingMock.contract("""
                openapi: 3.1.1
                info: {title: Addresses, version: '1'}
                paths:
                  /addresses:
                    get: {responses: {'200': {description: Some., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Address'}}}}}}}
                    post:
                      requestBody: {content: {application/json: {schema: {type: object}}}}
                      responses: {'201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Address'}}}}}
                  /addresses/{address}:
                    get:
                      parameters: [{name: address, in: path, required: true, schema: {type: string}}]
                      responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Address'}}}}, '404': {description: None.}}
                    delete:
                      parameters: [{name: address, in: path, required: true, schema: {type: string, NARROW}}]
                      responses: {'204': {description: Gone.}, '404': {description: None.}, '422': {description: No.}}
                components:
                  schemas:
                    Address: {type: object, required: [address], properties: {address: {type: string}, region: {type: string}}}
                """.replace("NARROW", narrow));

        Life life = new Life(contract).lived();

        assertThat(life.failures()).isEmpty();
        assertThat(life.answers()).isGreaterThanOrEqualTo(4);
    }

    @Test
    @EnabledIfSystemProperty(named = "remember.documents", matches = ".+")
    void ofTheDocumentsThatAreNamed() {
        for (String file : System.getProperty("remember.documents").split(",")) {
            Contract contract = new ContractReader(Access.SAME_ORIGIN).read(file);
            MemoryPlan plan = MemoryPlan.of(contract, Optional.empty(), Optional.empty());
            long begun = System.nanoTime();
            Life life = new Life(contract).lived();
            Stream.concat(
                            Stream.of("== " + contract.title() + ": "
                                    + contract.operations().size() + " operations, "
                                    + plan.holdings().size() + " kinds, " + life.answers() + " answers, "
                                    + life.failures().size() + " failures, "
                                    + (System.nanoTime() - begun) / 1_000_000 + " ms"),
                            Stream.of(
                                            plan.lines().map(line -> "  " + line),
                                            life.failures().stream().map(each -> "  FAILURE " + each),
                                            life.notices().stream().map(each -> "  notice " + each))
                                    .flatMap(each -> each))
                    .forEach(System.out::println);
            assertThat(life.failures()).isEmpty();
        }
    }
}
