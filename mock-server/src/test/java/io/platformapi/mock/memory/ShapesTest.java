package io.platformapi.mock.memory;

import static io.platformapi.mock.memory.RememberingMock.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The shapes in which documents speak of things, in pairs of one kind. */
final class ShapesTest {

    private static String document(String paths, String schemas) {
        return "openapi: 3.0.3\ninfo: {title: Shapes, version: '1'}\npaths:\n" + paths + "components:\n  schemas:\n"
                + schemas;
    }

    private static String answer(String status, String schema) {
        return "'" + status + "': {description: So., content: {application/json: {schema: " + schema + "}}}";
    }

    private static String body(String schema) {
        return "requestBody: {required: true, content: {application/json: {schema: " + schema + "}}}";
    }

    private static final String NONE = "'404': {description: None.}";

    /** Owners with their pets, which have a path of their own, and with notes, which have none. */
    private static final RememberingMock OWNERS = RememberingMock.of(document(
            """
              /api/owners:
                get: {responses: {%1$s}}
                post: {%2$s, responses: {%3$s, '409': {description: There already.}}}
              /api/owners/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get: {responses: {%4$s, %9$s}}
                delete: {responses: {'204': {description: Gone.}}}
              /api/pets:
                get: {responses: {%5$s}}
                post: {%6$s, responses: {%7$s}}
              /api/pets/{petId}:
                parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
                get: {responses: {%8$s, %9$s}}
              /api/owners/{ownerId}/pets:
                parameters: [{name: ownerId, in: path, required: true, schema: {type: string}}]
                get: {responses: {%5$s, %9$s}}
                post: {%6$s, responses: {%7$s, %9$s}}
              /api/owners/{ownerId}/notes:
                parameters: [{name: ownerId, in: path, required: true, schema: {type: string}}]
                get: {responses: {%10$s, %9$s}}
                post: {%11$s, responses: {%12$s, %9$s}}
              /api/owners/{ownerId}/notes/{noteId}:
                parameters:
                  - {name: ownerId, in: path, required: true, schema: {type: string}}
                  - {name: noteId, in: path, required: true, schema: {type: integer}}
                get: {responses: {%13$s, %9$s}}
              /api/settings:
                get: {responses: {%14$s, %9$s}}
                put: {%15$s, responses: {%14$s}}
                patch: {%15$s, responses: {%14$s}}
            """.formatted(
                            answer("200", "{type: array, items: {$ref: '#/components/schemas/Owner'}}"),
                            body("{$ref: '#/components/schemas/Owner'}"),
                            answer("201", "{$ref: '#/components/schemas/Owner'}"),
                            answer("200", "{$ref: '#/components/schemas/Owner'}"),
                            answer(
                                    "200",
                                    "{type: object, required: [items, total], properties: {total: {type: integer}, items: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}"),
                            body("{$ref: '#/components/schemas/Pet'}"),
                            answer(
                                    "201",
                                    "{type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Pet'}}}"),
                            answer("200", "{$ref: '#/components/schemas/Pet'}"),
                            NONE,
                            answer("200", "{type: array, items: {$ref: '#/components/schemas/Note'}}"),
                            body("{$ref: '#/components/schemas/Note'}"),
                            answer("201", "{$ref: '#/components/schemas/Note'}"),
                            answer("200", "{$ref: '#/components/schemas/Note'}"),
                            answer("200", "{$ref: '#/components/schemas/Settings'}"),
                            body("{$ref: '#/components/schemas/Settings'}")),
            """
                Owner: {type: object, required: [id, name], properties: {id: {type: string, format: uuid}, name: {type: string}}}
                Pet:
                  type: object
                  required: [id, name]
                  properties: {id: {type: integer, readOnly: true}, name: {type: string}, ownerId: {type: string}, owner: {$ref: '#/components/schemas/Owner'}}
                Note: {type: object, required: [id, text], properties: {id: {type: integer, readOnly: true}, text: {type: string}}}
                Settings: {type: object, required: [theme], properties: {theme: {type: string, example: dark}, size: {type: integer}}}
            """));

    private static final String ADA = "123e4567-e89b-42d3-a456-426614174000";

    private static void add(RememberingMock mock) {
        mock.sent("POST", "/api/owners", "{\"id\": \"" + ADA + "\", \"name\": \"Ada\"}");
    }

    private final RememberingMock mock = OWNERS.anew();

    @Test
    void anIdThatIsGivenAndIsThereAlreadyIsAConflictWhereTheDocumentHasOne() {
        add(mock);

        assertThat(mock.sent("POST", "/api/owners", "{\"id\": \"" + ADA + "\", \"name\": \"Bob\"}")
                        .status())
                .isEqualTo(409);
        assertThat(mock.read("/api/owners/" + ADA).path("name").asText()).isEqualTo("Ada");
    }

    @Test
    void aPathBelowAThingShowsTheThingsThatBelongToIt() {
        add(mock);
        HttpResponse made = mock.sent("POST", "/api/owners/" + ADA + "/pets", "{\"name\": \"Rex\"}");
        mock.sent("POST", "/api/pets", "{\"name\": \"Tom\"}");

        assertThat(json(made).path("data").path("ownerId").asText()).isEqualTo(ADA);
        assertThat(mock.read("/api/owners/" + ADA + "/pets").path("items").findValuesAsText("name"))
                .containsExactly("Rex");
        JsonNode all = mock.read("/api/pets");
        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(all.path("items").findValuesAsText("name")).containsExactly("Rex", "Tom");
        assertThat(made.headers().text("Location"))
                .isEqualTo("/api/pets/" + json(made).path("data").path("id").asInt());
    }

    @Test
    void whatHasNoPathOfItsOwnIsKeptWhereItBelongsAndGoesWithIt() {
        add(mock);
        mock.sent("POST", "/api/owners/" + ADA + "/notes", "{\"text\": \"Hello\"}");

        assertThat(mock.read("/api/owners/" + ADA + "/notes/1").path("text").asText())
                .isEqualTo("Hello");
        assertThat(mock.get("/api/owners/nobody/notes").status()).isEqualTo(404);
        mock.sent("DELETE", "/api/owners/" + ADA, "");
        assertThat(mock.get("/api/owners/" + ADA + "/notes/1").status()).isEqualTo(404);
        add(mock);
        assertThat(mock.read("/api/owners/" + ADA + "/notes")).isEmpty();
    }

    @Test
    void theOnlyOneOfItsPlaceIsThereFromTheBeginning() {
        assertThat(mock.read("/api/settings").path("theme").asText()).isEqualTo("dark");
        mock.sent("PUT", "/api/settings", "{\"theme\": \"light\", \"size\": 3}");
        mock.sent("PATCH", "/api/settings", "{\"theme\": \"blue\"}");
        assertThat(mock.read("/api/settings").toString()).isEqualTo("{\"theme\":\"blue\",\"size\":3}");
    }

    @Test
    void whatIsPutASecondTimeIsNotMadeAgain() {
        RememberingMock cups = RememberingMock.of(document(
                """
              /cups/{name}:
                parameters: [{name: name, in: path, required: true, schema: {type: string}}]
                get: {responses: {%s, %s}}
                put: {%s, responses: {'201': {description: Made.}, '204': {description: Changed.}}}
            """.formatted(
                                answer("200", "{$ref: '#/components/schemas/Cup'}"),
                                NONE,
                                body("{$ref: '#/components/schemas/Cup'}")),
                "    Cup: {type: object, properties: {name: {type: string}, size: {type: integer}}}\n"));

        assertThat(cups.sent("PUT", "/cups/blue", "{\"size\": 1}").status()).isEqualTo(201);
        assertThat(cups.sent("PUT", "/cups/blue", "{\"size\": 2}").status()).isEqualTo(204);
        assertThat(cups.read("/cups/blue").path("size").asInt()).isEqualTo(2);
    }

    /** Nothing of what is sent is in the bytes that are answered. */
    @Test
    void bytesAreNoThing() {
        RememberingMock files =
                RememberingMock.of(document("""
              /files/{id}/content:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get: {responses: {'200': {description: It., content: {application/pdf: {schema: {type: string, format: binary}}}}}}
                put:
                  requestBody: {content: {application/vnd.table: {schema: {$ref: '#/components/schemas/Table'}}}}
                  responses: {'204': {description: Done.}}
            """, "    Table: {type: object, properties: {rows: {type: integer}}}\n"));

        assertThat(files.get("/files/1/content").headers().text("Content-Type")).isEqualTo("application/pdf");
        assertThat(files.inferred()).noneMatch(line -> line.contains("the only one"));
    }
}
