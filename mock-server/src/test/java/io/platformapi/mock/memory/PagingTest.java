package io.platformapi.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists in pages, as documents ask for them: whoever goes through all pages gets each thing once. */
final class PagingTest {

    private static RememberingMock pets(String parameters, String members) {
        return RememberingMock.of("""
                openapi: 3.1.1
                info: {title: Pets, version: '1'}
                paths:
                  /pets:
                    get:
                      operationId: listPets
                      parameters: [%s]
                      responses:
                        '200':
                          description: A page.
                          content:
                            application/json:
                              schema:
                                type: object
                                required: [items]
                                properties: {items: {type: array, items: {$ref: '#/components/schemas/Pet'}}, %s}
                              example: {items: [{id: 1, name: A}, {id: 2, name: B}, {id: 3, name: C}, {id: 4, name: D}, {id: 5, name: E}]}
                    post:
                      operationId: addPet
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                      responses:
                        '201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                  /pets/{petId}:
                    get:
                      operationId: showPet
                      parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
                      responses:
                        '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                components:
                  schemas:
                    Pet:
                      type: object
                      required: [name]
                      properties: {id: {type: integer, readOnly: true}, name: {type: string}}
                """.formatted(parameters, members));
    }

    private static List<String> names(JsonNode page) {
        return page.path("items").findValuesAsText("name");
    }

    @Test
    void goByTheirNumberFromOne() {
        RememberingMock mock = pets(
                "{name: page, in: query, schema: {type: integer, minimum: 1, default: 1}},"
                        + " {name: per_page, in: query, schema: {type: integer, default: 2}}",
                "total: {type: integer}, page: {type: integer}");

        JsonNode second = mock.read("/pets?page=2");
        assertThat(names(mock.read("/pets"))).containsExactly("A", "B");
        assertThat(names(second)).containsExactly("C", "D");
        assertThat(second.path("total").asInt()).isEqualTo(5);
        assertThat(second.path("page").asInt()).isEqualTo(2);
        assertThat(names(mock.read("/pets?page=3"))).containsExactly("E");
        assertThat(names(mock.read("/pets?page=4"))).isEmpty();
        assertThat(names(mock.read("/pets?page=2&per_page=3"))).containsExactly("D", "E");
    }

    @Test
    void goByTheirNumberFromNoughtWhereTheDocumentBeginsThere() {
        RememberingMock mock = pets(
                "{name: page, in: query, schema: {type: integer, minimum: 0}},"
                        + " {name: size, in: query, schema: {type: integer, default: 2}}",
                "total: {type: integer}");

        assertThat(names(mock.read("/pets?page=0"))).containsExactly("A", "B");
        assertThat(names(mock.read("/pets?page=1"))).containsExactly("C", "D");
    }

    @Test
    void goByWhatThePageBeforeSaysOfTheNext() {
        RememberingMock mock = pets(
                "{name: cursor, in: query, schema: {type: string}},"
                        + " {name: limit, in: query, schema: {type: integer, default: 2}}",
                "next_cursor: {type: [string, 'null']}");
        mock.sent("POST", "/pets", "{\"name\": \"F\"}");

        List<String> all = new ArrayList<>();
        JsonNode page = mock.read("/pets");
        all.addAll(names(page));
        for (int pages = 1; page.path("next_cursor").isTextual() && pages < 9; pages++) {
            page = mock.read("/pets?cursor=" + page.path("next_cursor").asText());
            all.addAll(names(page));
        }
        assertThat(all).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(page.path("next_cursor").isTextual()).isFalse();
    }
}
