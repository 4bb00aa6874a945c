package io.platformapi.mock.memory;

import static io.platformapi.mock.memory.RememberingMock.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Answers keep the document, whatever was sent, and say what that cost. */
final class HonestyTest {

    private final RememberingMock mock = RememberingMock.of("""
            openapi: 3.1.1
            info: {title: Boats, version: '1'}
            paths:
              /boats:
                post:
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses: {'201': {description: Added., content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}}
              /boats/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get: {responses: {'200': {description: A boat., content: {application/json: {schema: {$ref: '#/components/schemas/Boat'}}}}}}
              /sailors:
                post:
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  responses: {'201': {description: Added., content: {application/json: {schema: {$ref: '#/components/schemas/Sailor'}}}}}
              /sailors/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get: {responses: {'200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Sailor'}}}}}}
            components:
              schemas:
                Boat: {type: object, required: [id, kind], properties: {id: {type: integer}, kind: {enum: [sail, motor]}}}
                Sailor: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}, boat: {$ref: '#/components/schemas/Boat'}}}
            """);

    @Test
    void saysWhichMembersAreNotAsTheyWereSent() {
        HttpResponse made = mock.sent("POST", "/boats", "{\"kind\": \"submarine\", \"crew\": 3}");

        assertThat(made.text()).isEqualTo("{\"id\":1,\"kind\":\"sail\"}");
        assertThat(made.headers().text("X-Mock-Notice"))
                .isEqualTo("made up, because the document does not take what was remembered: /kind");
    }

    @Test
    void saysNothingWhereAllIsAsItWasSent() {
        HttpResponse made = mock.sent("POST", "/boats", "{\"kind\": \"motor\"}");

        assertThat(made.headers().has("X-Mock-Notice")).isFalse();
    }

    @Test
    void putsThingsInThePlaceOfTheirIdsWhereAnswersHaveTheWhole() {
        mock.sent("POST", "/boats", "{\"kind\": \"motor\"}");
        HttpResponse made = mock.sent("POST", "/sailors", "{\"name\": \"Ada\", \"boat\": 1}");

        assertThat(json(made).path("boat").toString()).isEqualTo("{\"id\":1,\"kind\":\"motor\"}");
        assertThat(mock.read("/sailors/1")).isEqualTo(json(made));
    }
}
