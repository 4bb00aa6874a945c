package io.platformapi.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names the version that they mean changes no other. */
final class MeantVersionTest {

    private static final RememberingMock CUPS = RememberingMock.of("""
            openapi: 3.1.1
            info: {title: Cups, version: '1'}
            components:
              schemas:
                Cup: {type: object, properties: {name: {type: string}, size: {type: integer}}}
              responses:
                Cup: &cup
                  description: It.
                  headers: {ETag: {schema: {type: string}}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/Cup'}}}
            paths:
              /cups/{name}:
                parameters: [{name: name, in: path, required: true, schema: {type: string}}]
                get: {responses: {'200': *cup, '304': {description: Known.}, '404': {description: None.}}}
                put:
                  parameters: [{name: If-Match, in: header, schema: {type: string}}]
                  requestBody: &body {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Cup'}}}}
                  responses: {'200': *cup, '201': *cup, '412': {description: Another.}}
                patch: {requestBody: *body, responses: {'200': *cup, '404': {description: None.}, '412': {description: Another.}}}
                delete: {responses: {'204': {description: Gone.}, '404': {description: None.}, '412': {description: Another.}}}
              /jars/{name}:
                parameters: [{name: name, in: path, required: true, schema: {type: string}}]
                get: {responses: {'200': *cup, '404': {description: None.}}}
                put: {requestBody: *body, responses: {'200': *cup}}
            """);

    private RememberingMock mock;

    @BeforeEach
    void beginsAnew() {
        mock = CUPS.anew();
        mock.sent("PUT", "/cups/blue", "{\"size\": 1}");
    }

    private static String tag(HttpResponse answer) {
        return answer.headers().text("ETag");
    }

    @Test
    void eachVersionHasATagOfItsOwn() {
        String first = tag(mock.get("/cups/blue"));
        HttpResponse changed = mock.sent("PATCH", "/cups/blue", "{\"size\": 2}", "If-Match", first);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(tag(changed)).isNotEqualTo(first).isEqualTo(tag(mock.get("/cups/blue")));
        assertThat(tag(mock.sent("PATCH", "/cups/blue", "{\"size\": 1}"))).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void refusesWhatMeansAnotherVersion(String method) {
        String stale = tag(mock.get("/cups/blue"));
        mock.sent("PATCH", "/cups/blue", "{\"size\": 2}");

        String body = method.equals("DELETE") ? "" : "{\"size\": 3}";
        assertThat(mock.sent(method, "/cups/blue", body, "If-Match", stale).status())
                .isEqualTo(412);
        assertThat(mock.read("/cups/blue").path("size").asInt()).isEqualTo(2);
        assertThat(mock.sent(method, "/cups/blue", body, "If-Match", "\"x\", " + tag(mock.get("/cups/blue")))
                        .status())
                .isBetween(200, 204);
    }

    @Test
    void makesOnlyWhatIsNotThereAndChangesOnlyWhatIs() {
        assertThat(mock.sent("PUT", "/cups/blue", "{}", "If-None-Match", "*").status())
                .isEqualTo(412);
        assertThat(mock.sent("PUT", "/cups/red", "{}", "If-Match", "*").status())
                .isEqualTo(412);
        assertThat(mock.sent("PUT", "/cups/red", "{}", "If-None-Match", "*").status())
                .isEqualTo(201);
    }

    @Test
    void changesNothingForAWeakTag() {
        String weak = "W/" + tag(mock.get("/cups/blue"));

        assertThat(mock.sent("PATCH", "/cups/blue", "{\"size\": 2}", "If-Match", weak)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void sendsNothingToWhoeverHasIt() {
        String known = tag(mock.get("/cups/blue"));

        HttpResponse answer = mock.sent("GET", "/cups/blue", "", "If-None-Match", "W/" + known);
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        mock.sent("PATCH", "/cups/blue", "{\"size\": 2}");
        assertThat(mock.sent("GET", "/cups/blue", "", "If-None-Match", known).status())
                .isEqualTo(200);
    }

    @Test
    void passesOverWhatTheDocumentHasNoStatusFor() {
        mock.sent("PUT", "/jars/a", "{\"size\": 1}");

        assertThat(mock.sent("PUT", "/jars/a", "{\"size\": 2}", "If-Match", "\"x\"")
                        .status())
                .isEqualTo(200);
    }
}
