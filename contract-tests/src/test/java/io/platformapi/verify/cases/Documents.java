package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small documents for tests, written where they are used. */
final class Documents {

    private static final Budget BUDGET = new Budget(10, 200, 1);

    private Documents() {}

    /** A document of these paths and components, indented by nothing. */
    static Contract contract(String text) {
        String head = "openapi: 3.1.1\ninfo: {title: T, version: '1'}\n";
        return new ContractReader(Access.SAME_ORIGIN).read(head + text, URI.create("file:///t.yaml"), "t.yaml");
    }

    /** A schema in a document of its own, in which it is called {@code It}. */
    static Schema schema(String text) {
        return contract("components:\n  schemas:\n    It:\n" + text.indent(6))
                .schema("It")
                .orElseThrow();
    }

    static JsonNode json(String text) {
        try {
            return new Json().read(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedBody e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<Case> cases(Contract contract) {
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), BUDGET);
        return contract.operations().stream()
                .flatMap(operation -> cases.of(operation).stream())
                .toList();
    }

    /** {@code GET /pets?limit=5 body}. */
    static String shown(HttpRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return (request.method() + " " + request.target() + " " + body).strip();
    }
}
