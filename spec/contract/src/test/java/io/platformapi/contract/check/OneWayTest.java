package io.platformapi.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member that travels one way only is not missed on the other, wherever it is declared and wherever required. */
class OneWayTest {

    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            components:
              schemas:
                Id: {type: integer, readOnly: true}
                Secret: {type: string, writeOnly: true}
                User:
                  type: object
                  required: [id, name, secret]
                  properties:
                    id: {$ref: '#/components/schemas/Id'}
                    name: {type: string}
                    secret: {allOf: [{$ref: '#/components/schemas/Secret'}]}
                Union:
                  oneOf:
                    - {type: object, required: [id, cat], properties: {id: {readOnly: true}, cat: {type: string}}}
                    - {type: object, required: [id, dog], properties: {id: {readOnly: true}, dog: {type: string}}}
                Parts:
                  allOf:
                    - {$ref: '#/components/schemas/User'}
                    - {required: [id, age]}
                  dependentRequired: {name: [id, age]}
                Closed:
                  oneOf:
                    - {required: [id, cat], properties: {id: {readOnly: true}, cat: {type: string}}}
                    - {required: [id, dog], properties: {id: {readOnly: true}, dog: {type: string}}}
                  unevaluatedProperties: false
                Users: {type: array, items: {$ref: '#/components/schemas/User'}}
            """;

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read(DOCUMENT, URI.create("file:///t.yaml"), "t.yaml");

    private static List<String> faults(OneWay way, String name, String value) throws MalformedBody {
        return faults(way, CONTRACT, name, value);
    }

    private static List<String> faults(OneWay way, Contract contract, String name, String value) throws MalformedBody {
        Schema schema = contract.schema(name).orElseThrow();
        JsonNode json = new Json().read(value.getBytes(StandardCharsets.UTF_8));
        return way.faults(schema, json).stream()
                .map(fault -> fault.pointer() + " " + fault.rule())
                .toList();
    }

    @Test
    void asksRequestsForNoReadOnlyAndAnswersForNoWriteOnlyMember() throws MalformedBody {
        assertThat(faults(OneWay.READ_ONLY, "User", "{}"))
                .containsExactlyInAnyOrder("/name required", "/secret required");
        assertThat(faults(OneWay.WRITE_ONLY, "User", "{}")).containsExactlyInAnyOrder("/id required", "/name required");
    }

    @Test
    void knowsThemInTheBranchThatIsMeant() throws MalformedBody {
        assertThat(faults(OneWay.READ_ONLY, "Union", "{\"dog\":\"a\"}")).isEmpty();
        assertThat(faults(OneWay.READ_ONLY, "Union", "{\"dog\":1}")).isNotEmpty();
        assertThat(faults(OneWay.READ_ONLY, "Closed", "{\"cat\":\"a\"}")).isEmpty();
    }

    @Test
    void knowsThemWhereTheyAreRequiredElsewhere() throws MalformedBody {
        assertThat(faults(OneWay.READ_ONLY, "Parts", "{\"name\":\"a\",\"secret\":\"b\",\"age\":1}"))
                .isEmpty();
        assertThat(faults(OneWay.READ_ONLY, "Parts", "{\"name\":\"a\",\"secret\":\"b\"}"))
                .contains("/age required")
                .noneMatch(fault -> fault.startsWith("/id"));
    }

    @Test
    void knowsThemInOtherFiles(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("pets.yaml"), """
                Pet: {oneOf: [{$ref: '#/Cat'}, {$ref: 'dog.yaml'}]}
                Cat: {type: object, required: [id, cat], properties: {id: {readOnly: true}, cat: {type: string}}}
                """);
        Files.writeString(
                folder.resolve("dog.yaml"),
                "{type: object, required: [id, dog], properties: {id: {readOnly: true}, dog: {type: string}}}");
        Path file = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.1
                info: {title: T, version: '1'}
                components:
                  schemas:
                    Pet: {$ref: 'pets.yaml#/Pet'}
                    Old: {allOf: [{$ref: 'dog.yaml'}, {required: [id, age]}]}
                """);
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(file.toString());

        assertThat(faults(OneWay.READ_ONLY, contract, "Pet", "{\"dog\":\"a\"}")).isEmpty();
        assertThat(faults(OneWay.READ_ONLY, contract, "Pet", "{\"dog\":1}")).isNotEmpty();
        assertThat(faults(OneWay.READ_ONLY, contract, "Old", "{\"dog\":\"a\",\"age\":1}"))
                .isEmpty();
        assertThat(faults(OneWay.WRITE_ONLY, contract, "Pet", "{\"dog\":\"a\"}"))
                .isNotEmpty();
    }

    @Test
    void findsTheFaultBehindHundredsOfThem() throws MalformedBody {
        String many = "{\"name\":\"a\",\"secret\":\"b\"},".repeat(300);

        assertThat(faults(OneWay.READ_ONLY, "Users", "[" + many + "{\"name\":1,\"secret\":\"b\"}]"))
                .containsExactly("/300/name type");
    }
}
