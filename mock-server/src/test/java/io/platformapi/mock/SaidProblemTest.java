package io.platformapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A document that describes problems and shows none has the true one answered, if its schema takes that. */
final class SaidProblemTest {

    private static final String NAMED =
            "{type: object, required: [title, detail], properties: {title: {type: string}, detail: {type: string}}}";

    private static MockEngine mock(String type, String schema, String more) {
        String problem = "{description: So., content: {" + type + ": {schema: " + schema + more + "}}}";
        String document = """
                openapi: 3.1.1
                info: {title: A, version: '1'}
                paths:
                  /a:
                    get:
                      parameters: [{name: n, in: query, schema: {type: integer}}]
                      responses: {'200': {description: Right.}, '400': PROBLEM}
                  /b:
                    post: {requestBody: {content: {application/json: {schema: THING}}}, responses: {'201': {description: Made., content: {application/json: {schema: THING}}}}}
                  /b/{id}:
                    get:
                      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                      responses: {'200': {description: It., content: {application/json: {schema: THING}}}, '404': PROBLEM}
                """.replace("PROBLEM", problem)
                .replace("THING", "{type: object, required: [id], properties: {id: {type: integer}}}");
        return new MockEngine(
                new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///a.yaml"), "a.yaml"),
                MockOptions.usual().remembering());
    }

    private static HttpResponse refused(String type, String schema, String more) {
        return mock(type, schema, more).answer(HttpRequest.of("GET", "/a?n=x", Headers.none()));
    }

    @Test
    void saysWhatIsWrongUnderTheDocumentedStatus() {
        HttpResponse answer = refused("application/problem+json", NAMED, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains(
                        "\"title\":\"Invalid request\",\"status\":400,\"detail\":\"The request does not match the contract.\"")
                .contains("query n: expected an integer, received \\\"x\\\"");
    }

    @Test
    void saysWhatIsNotRemembered() {
        HttpResponse answer =
                mock("application/problem+json", NAMED, "").answer(HttpRequest.of("GET", "/b/7", Headers.none()));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("\"detail\":\"There is no such thing among /b.\"");
    }

    @Test
    void leavesWhatTheDocumentShowsOrWantsOtherwise() {
        String closed =
                "{type: object, required: [title], properties: {title: {type: string}}, additionalProperties: false}";

        assertThat(refused("application/problem+json", NAMED, ", example: {title: A, detail: B}")
                        .text())
                .isEqualTo("{\"title\":\"A\",\"detail\":\"B\"}");
        assertThat(refused("application/problem+json", "{type: object, example: {title: C}}", "")
                        .text())
                .isEqualTo("{\"title\":\"C\"}");
        assertThat(refused("application/problem+json", closed, "").text()).isEqualTo("{\"title\":\"string\"}");
        assertThat(refused("application/json", NAMED, "").text())
                .isEqualTo("{\"title\":\"string\",\"detail\":\"string\"}");
    }
}
