package io.platformapi.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a response, in the words of the check. */
class ResponseCheckTest {

    private static final Contract PETS =
            new ContractReader(Access.SAME_ORIGIN).read("""
                    openapi: 3.1.1
                    info: { title: Pets, version: "1" }
                    paths:
                      /pets/{petId}:
                        get:
                          operationId: showPet
                          responses:
                            "200":
                              description: The pet.
                              headers:
                                X-Age: { required: true, schema: { type: integer } }
                                X-Tags: { schema: { type: array, items: { enum: [a, b] } } }
                              content:
                                application/json: { schema: { $ref: "#/components/schemas/Pet" } }
                                text/plain: { schema: { type: string, maxLength: 5 } }
                                image/png: {}
                            "204": { description: Gone. }
                            "4XX":
                              description: A refusal.
                              content: { "application/problem+json": { schema: { type: object } } }
                    components:
                      schemas:
                        Pet:
                          type: object
                          required: [id, secret]
                          properties:
                            id: { type: integer }
                            secret: { type: string, writeOnly: true }
                            owner: { properties: { name: { type: string } } }
                            extra: { type: object }
                    """, URI.create("file:/pets.yaml"), "pets.yaml");

    private static final String PET = "{\"id\":1}";

    private static List<String> violations(Undocumented undocumented, String method, HttpResponse answer) {
        return new ResponseCheck(PETS.dialect().bodies(), undocumented)
                .violations(PETS.operation("showPet").orElseThrow(), method, answer).stream()
                        .map(Violation::toString)
                        .toList();
    }

    private static List<String> violations(HttpResponse answer) {
        return violations(Undocumented.ALLOWED, "GET", answer);
    }

    private static HttpResponse answer(int status, String type, String body) {
        Headers headers = Headers.of("X-Age", "7").and("Content-Type", type);
        return new HttpResponse(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void acceptsWhatIsDocumented() {
        assertThat(violations(answer(200, "application/json; charset=utf-8", PET)))
                .isEmpty();
        assertThat(violations(answer(404, "application/problem+json", "{}"))).isEmpty();
        assertThat(violations(answer(200, "text/plain", "Rex"))).isEmpty();
        assertThat(violations(answer(200, "image/png", "anything"))).isEmpty();
        assertThat(violations(HttpResponse.of(204, Headers.none()))).isEmpty();
    }

    @Test
    void namesTheDocumentedStatuses() {
        assertThat(violations(answer(500, "application/json", PET)))
                .containsExactly("status: expected one of the documented 200, 204, 4XX, received 500");
    }

    @Test
    void namesTheDocumentedTypes() {
        assertThat(violations(answer(200, "text/html", "<p>")))
                .containsExactly(
                        "header Content-Type: expected application/json or text/plain or image/png, received text/html");
        assertThat(violations(new HttpResponse(404, Headers.none(), new byte[] {1})))
                .containsExactly("header Content-Type: expected application/problem+json, received nothing");
    }

    @Test
    void takesAnAliasForTheTypeItStandsFor() {
        assertThat(violations(answer(200, "text/json", PET))).isEmpty();
    }

    @Test
    void readsTheBodyAndChecksItsSchema() {
        assertThat(violations(answer(200, "application/json", "{\"id\":\"one\"}")))
                .containsExactly("body /id: expected an integer, received \"one\"");
        assertThat(violations(answer(200, "text/plain", "Rex the dog")))
                .containsExactly("body: expected at most 5 characters, received 11 characters");
        assertThat(violations(answer(200, "application/json", "{\"id\":")))
                .singleElement()
                .asString()
                .startsWith("body: expected a body in JSON, received a body that is not: line 1, column");
    }

    @Test
    void asksForABodyWhereOneIsDocumentedAndNoneWhereNoneMayBe() {
        assertThat(violations(HttpResponse.of(400, Headers.none())))
                .containsExactly("body: expected a body in application/problem+json, received nothing");
        assertThat(violations(answer(204, "application/json", PET)))
                .containsExactly("body: expected no body: 204 has none, received 8 bytes");
        assertThat(violations(Undocumented.ALLOWED, "HEAD", answer(200, "application/json", PET)))
                .containsExactly("body: expected no body: HEAD has none, received 8 bytes");
        assertThat(violations(
                        Undocumented.ALLOWED,
                        "HEAD",
                        answer(200, "application/json", PET).withoutBody()))
                .isEmpty();
    }

    @Test
    void asksForRequiredHeadersAndReadsThem() {
        assertThat(violations(HttpResponse.of(200, "text/plain", "Rex".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("header X-Age: expected a value: it is required, received nothing");
        assertThat(violations(answer(200, "text/plain", "Rex").with(Headers.of("X-Tags", "a, c"))))
                .containsExactly("header X-Tags/1: expected one of \"a\", \"b\", received \"c\"");
    }

    @Test
    void refusesWhatIsNotDocumentedOnlyWhereAsked() {
        String surplus = """
                {"id":1,"secret":"s","owner":{"name":"Ada","age":3},"extra":{"any":1},"more":true}""";
        assertThat(violations(answer(200, "application/json", surplus))).isEmpty();
        assertThat(violations(Undocumented.REFUSED, "GET", answer(200, "application/json", surplus)))
                .containsExactly(
                        "body /secret: expected no such member in a response, received \"s\"",
                        "body /owner/age: expected no such member, received 3",
                        "body /more: expected no such member, received true");
    }
}
