package io.platformapi.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A mock that remembers, whose every answer is held to its document. */
final class RememberingMock {

    private static final JsonMapper JSON = new JsonMapper();

    private final Contract contract;
    private final MockEngine engine;
    private final ResponseCheck check;

    private RememberingMock(Contract contract) {
        this.contract = contract;
        this.engine = new MockEngine(contract, MockOptions.usual().remembering());
        this.check = new ResponseCheck(contract.dialect().bodies(), Undocumented.REFUSED);
    }

    static RememberingMock of(String document) {
        return new RememberingMock(contract(document));
    }

    /** Another one of the same document, which remembers nothing yet. */
    RememberingMock anew() {
        return new RememberingMock(contract);
    }

    static Contract contract(String document) {
        return new ContractReader(Access.SAME_ORIGIN).read(document, URI.create("file:///own.yaml"), "own.yaml");
    }

    /** Sends a request; what comes is as documented. */
    HttpResponse sent(String method, String target, String body, String... fields) {
        Headers headers = Headers.of(fields);
        boolean typed = headers.has("Content-Type") || body.isEmpty();
        HttpRequest request = HttpRequest.of(
                method,
                target,
                typed ? headers : headers.with("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
        HttpResponse answer = engine.answer(request);
        if (!answer.headers().text("X-Mock-Notice").startsWith("the document has no response")
                && contract.route(request) instanceof Route.Found found) {
            assertThat(check.violations(found.operation(), method, answer).stream()
                            .map(Violation::toString))
                    .as(method + " " + target + " " + answer.status() + " " + answer.text())
                    .isEmpty();
        }
        return answer;
    }

    HttpResponse get(String target) {
        return sent("GET", target, "");
    }

    /** What an address answers with a success. */
    JsonNode read(String target) {
        HttpResponse answer = get(target);
        assertThat(answer.status()).as(target + " " + answer.text()).isBetween(200, 299);
        return json(answer);
    }

    static JsonNode json(HttpResponse answer) {
        return json(answer.text());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> inferred() {
        return MemoryPlan.of(contract, Optional.empty(), Optional.empty())
                .lines()
                .toList();
    }
}
