package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are uploaded as parts of forms are downloaded by their addresses. */
class UploadsTest {

    private static final String PATHS = """
            openapi: 3.1.1
            info: {title: Files, version: '1'}
            paths:
              /folders/{folder}/files:
                post:
                  operationId: upload
                  parameters: [{name: folder, in: path, required: true, schema: {type: string}, example: a}]
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema: {type: object, required: [title, file], properties: {title: {type: string}, file: {}}}
                        encoding: {file: {contentType: '%1$s'}}
                  responses:
                    '201': {description: kept, headers: {Location: {schema: {type: string}}}, content: {application/json: {schema: {type: object}}}}
                    '400': {description: wrong}
                    '415': {description: unread}
              /files/{file}/content:
                get:
                  operationId: download
                  parameters: [{name: file, in: path, required: true, schema: {type: integer}, example: 0}]
                  responses:
                    '200': {description: it, content: {'%1$s': {}}}
                    '400': {description: wrong}
                    '404': {description: unknown}
            """;

    private static Target files(Contract contract, String type, UnaryOperator<String> keeping) {
        List<byte[]> kept = new ArrayList<>();
        return request -> {
            HttpRequest asked = request.method().equals("HEAD") ? request.withMethod("GET") : request;
            Route route = contract.route(asked);
            if (!(route instanceof Route.Found found)) {
                Headers allow = Headers.of("Allow", asked.path().startsWith("/files") ? "GET, HEAD" : "POST");
                return route instanceof Route.MethodNotAllowed
                        ? HttpResponse.of(405, allow)
                        : HttpResponse.of(404, Headers.none());
            }
            if (contract.dialect().negotiation(found, asked).isPresent()) {
                return HttpResponse.of(415, Headers.none());
            }
            if (!RequestCheck.violations(contract.dialect().bind(found, asked)).isEmpty()) {
                return HttpResponse.of(400, Headers.none());
            }
            if (found.operation().id().equals("upload")) {
                kept.add(keeping.apply(file(asked)).getBytes(StandardCharsets.ISO_8859_1));
                return Shop.json(201, JsonNodeFactory.instance.objectNode())
                        .with(Headers.of("Location", "/files/" + (kept.size() - 1) + "/content"));
            }
            String id = asked.path().split("/")[2];
            boolean there = id.matches("\\d{1,6}") && Integer.parseInt(id) < kept.size();
            HttpResponse answer = there
                    ? HttpResponse.of(200, type, kept.get(Integer.parseInt(id)))
                    : HttpResponse.of(404, Headers.none());
            return request.method().equals("HEAD") ? answer.withoutBody() : answer;
        };
    }

    private static String file(HttpRequest request) {
        String boundary = request.contentType().orElseThrow().parameters().get("boundary");
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        int file = body.indexOf("\r\n\r\n", body.indexOf("name=\"file\"")) + 4;
        return body.substring(file, body.indexOf("\r\n--" + boundary, file - 2));
    }

    private static List<String> told(String type, UnaryOperator<String> keeping) {
        Contract contract = new ContractReader(Access.SAME_ORIGIN)
                .read(PATHS.formatted(type), URI.create("file:///files.yaml"), "files.yaml");
        Budget budget = new Budget(0, 0, 1, List.of(RunPhase.EXAMPLES, RunPhase.STATEFUL));
        return new Verification(
                        new Cases(contract, Credentials.of(Headers.none(), contract), budget),
                        Checks.of(contract, Undocumented.ALLOWED),
                        files(contract, type, keeping),
                        Verification.Progress.NONE)
                .outcome(contract.operations()).causes().stream()
                        .map(cause ->
                                cause.first().check() + " " + cause.first().cause())
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream"})
    void areTheSameByteForByte(String type) {
        assertThat(told(type, file -> file)).isEmpty();
        assertThat(told(type, file -> file.replace("\r\n", "\n")))
                .containsExactly("change-is-kept What was uploaded is not what is downloaded.");
        assertThat(told(type, file -> file.isEmpty() ? file : file.substring(0, file.length() - 1)))
                .containsExactly("change-is-kept What was uploaded is not what is downloaded.");
    }

    @Test
    void areNoTextsWhereTheirTypeIsNone() {
        UnaryOperator<String> asText = file -> new String(
                new String(file.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);

        assertThat(told("text/plain", asText)).isEmpty();
        assertThat(told("application/octet-stream", asText))
                .containsExactly("change-is-kept What was uploaded is not what is downloaded.");
    }
}
