package io.platformapi.mock.memory;

import static io.platformapi.mock.memory.RememberingMock.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A mock remembers what requests make, change and remove, in each shape that documents have for it. */
final class MemoryTest {

    private static final String PETS = """
            openapi: 3.1.1
            info: {title: Pets, version: '1'}
            paths:
              /pets:
                get:
                  operationId: listPets
                  parameters:
                    - {name: kind, in: query, schema: {type: string}}
                    - {name: limit, in: query, schema: {type: integer, minimum: 1, default: 20}}
                    - {name: offset, in: query, schema: {type: integer, minimum: 0}}
                    - {name: sort, in: query, schema: {type: string}}
                  responses:
                    '200':
                      description: Pets.
                      headers: {X-Total-Count: {schema: {type: integer}}, Link: {schema: {type: string}}}
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
                          example: [{id: 1, name: Rex, kind: dog, createdAt: '2020-01-01T00:00:00Z'}, {id: 4, name: Tom, kind: cat, createdAt: '2020-01-01T00:00:00Z'}]
                post:
                  operationId: addPet
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                  responses:
                    '201':
                      description: Added.
                      headers: {Location: {schema: {type: string, format: uri-reference}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
              /pets/{petId}:
                parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
                get:
                  operationId: readPet
                  responses:
                    '200': {description: The pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                    '404': {description: None., content: {application/json: {schema: {type: object}, example: {missing: true}}}}
                put:
                  operationId: replacePet
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                  responses:
                    '200': {description: The pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                patch:
                  operationId: changePet
                  requestBody:
                    content:
                      application/merge-patch+json: {schema: {type: object}}
                      application/json-patch+json: {schema: {type: array, items: {type: object}}}
                  responses:
                    '200': {description: The pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                    '422': {description: No., content: {application/json: {schema: {type: object}}}}
                delete:
                  operationId: removePet
                  responses: {'204': {description: Gone.}, '404': {description: None.}}
              /pets/{petId}/activate:
                parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
                post:
                  operationId: activate
                  responses: {'200': {description: Done., content: {application/json: {example: {done: true}}}}, '404': {description: None.}}
            components:
              schemas:
                Pet:
                  type: object
                  required: [id, name, createdAt]
                  properties:
                    id: {type: integer, readOnly: true}
                    name: {type: string, minLength: 1}
                    kind: {type: string}
                    secret: {type: string, writeOnly: true}
                    createdAt: {type: string, format: date-time, readOnly: true}
            """;

    private final RememberingMock mock = RememberingMock.of(PETS);

    @Test
    void keepsWhatWasMadeAndListsIt() {
        HttpResponse made = mock.sent("POST", "/pets", "{\"name\": \"Kit\", \"kind\": \"fox\", \"secret\": \"x\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().text("Location")).isEqualTo("/pets/5");
        JsonNode pet = json(made);
        assertThat(pet.path("id").asInt()).isEqualTo(5);
        assertThat(pet.path("name").asText()).isEqualTo("Kit");
        assertThat(pet.has("secret")).isFalse();
        assertThat(mock.read("/pets/5")).isEqualTo(pet);
        assertThat(mock.read("/pets").findValuesAsText("name")).containsExactly("Rex", "Tom", "Kit");
    }

    @Test
    void replacesChangesAndRemoves() {
        assertThat(json(mock.sent("PUT", "/pets/1", "{\"name\": \"Max\"}"))
                        .path("name")
                        .asText())
                .isEqualTo("Max");
        assertThat(mock.read("/pets/1").has("kind")).isFalse();
        mock.sent("PATCH", "/pets/1", "{\"kind\": \"wolf\"}", "Content-Type", "application/merge-patch+json");
        assertThat(mock.read("/pets/1").path("kind").asText()).isEqualTo("wolf");
        mock.sent(
                "PATCH",
                "/pets/1",
                "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"Bo\"}, {\"op\": \"remove\", \"path\": \"/kind\"}]",
                "Content-Type",
                "application/json-patch+json");
        assertThat(mock.read("/pets/1").toString())
                .isEqualTo("{\"id\":1,\"name\":\"Bo\",\"createdAt\":\"2020-01-01T00:00:00Z\"}");
        assertThat(mock.sent("DELETE", "/pets/1", "").status()).isEqualTo(204);
        assertThat(mock.get("/pets/1").status()).isEqualTo(404);
        assertThat(mock.get("/pets/1").text()).isEqualTo("{\"missing\":true}");
        assertThat(mock.sent("DELETE", "/pets/1", "").status()).isEqualTo(404);
    }

    @Test
    void refusesAChangeThatLeavesWhatTheDocumentDoesNotTake() {
        HttpResponse answer =
                mock.sent("PATCH", "/pets/1", "{\"name\": null}", "Content-Type", "application/merge-patch+json");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(mock.read("/pets/1").path("name").asText()).isEqualTo("Rex");
    }

    @Test
    void actsAsDocumentedOnWhatIsThereAndOnNothingElse() {
        assertThat(mock.sent("POST", "/pets/1/activate", "").text()).isEqualTo("{\"done\":true}");
        assertThat(mock.sent("POST", "/pets/9/activate", "").status()).isEqualTo(404);
    }

    @Test
    void filtersSortsAndPages() {
        mock.sent("POST", "/pets", "{\"name\": \"Ada\", \"kind\": \"cat\"}");

        assertThat(mock.read("/pets?kind=cat").findValuesAsText("name")).containsExactly("Tom", "Ada");
        assertThat(mock.read("/pets?sort=-name").findValuesAsText("name")).containsExactly("Tom", "Rex", "Ada");
        HttpResponse page = mock.get("/pets?limit=2&sort=name");
        assertThat(json(page).findValuesAsText("name")).containsExactly("Ada", "Rex");
        assertThat(page.headers().text("X-Total-Count")).isEqualTo("3");
        assertThat(page.headers().text("Link")).isEqualTo("</pets?limit=2&sort=name&offset=2>; rel=\"next\"");
        assertThat(mock.read("/pets?limit=2&sort=name&offset=2").findValuesAsText("name"))
                .containsExactly("Tom");
    }

    @Test
    void filtersByBoundsAndByWhatListsHave() {
        RememberingMock shop = RememberingMock.of("""
                openapi: 3.1.1
                info: {title: Shop, version: '1'}
                paths:
                  /items:
                    get:
                      operationId: list
                      parameters:
                        - {name: minPrice, in: query, schema: {type: number}}
                        - {name: price_to, in: query, schema: {type: number}}
                        - {name: tag, in: query, schema: {type: string}}
                      responses: {'200': {description: All., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Item'}}}}}}
                    post:
                      operationId: add
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
                      responses: {'201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}
                  /items/{id}:
                    get:
                      operationId: read
                      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                      responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}, '404': {description: None.}}
                components:
                  schemas:
                    Item:
                      type: object
                      required: [price]
                      properties: {id: {type: integer, readOnly: true}, price: {type: number}, tags: {type: array, items: {type: string}}}
                """);
        shop.sent("POST", "/items", "{\"price\": 1007, \"tags\": [\"oak\", \"elm\"]}");
        shop.sent("POST", "/items", "{\"price\": 1020.5, \"tags\": [\"elm\"]}");
        shop.sent("POST", "/items", "{\"price\": 1100}");

        assertThat(shop.read("/items?minPrice=1020.5").findValuesAsText("price"))
                .containsExactly("1020.5", "1100");
        assertThat(shop.read("/items?minPrice=1001&price_to=1020.5").findValuesAsText("price"))
                .containsExactly("1007", "1020.5");
        assertThat(shop.read("/items?tag=oak").findValuesAsText("price")).containsExactly("1007");
    }

    @Test
    void answersWhatIsPreferredBeforeWhatIsRemembered() {
        assertThat(mock.sent("GET", "/pets/1", "", "Prefer", "code=404").status())
                .isEqualTo(404);
        assertThat(mock.sent("DELETE", "/pets/1", "", "Prefer", "code=404").status())
                .isEqualTo(404);
        assertThat(mock.get("/pets/1").status()).isEqualTo(200);
    }

    @Test
    void saysWhereTheDocumentHasNoWordForWhatIsMissing() {
        HttpResponse answer = mock.sent("PUT", "/pets/77", "{\"name\": \"Max\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().text("X-Mock-Notice"))
                .isEqualTo("the document has no response 404 for PUT /pets/{petId}");
    }

    @Test
    void tellsWhatItInfers() {
        assertThat(mock.inferred())
                .containsExactly(
                        "/pets  id: id, 2 to begin with",
                        "    list  GET /pets  (kind: filter, limit: size, offset: offset, sort: sort)",
                        "    create  POST /pets",
                        "    read  GET /pets/{petId}",
                        "    replace  PUT /pets/{petId}",
                        "    change  PATCH /pets/{petId}",
                        "    remove  DELETE /pets/{petId}",
                        "answered as documented, where the thing is there:",
                        "    POST /pets/{petId}/activate");
    }
}
