package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
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
import io.platformapi.verify.checks.Failure.Blame;
import io.platformapi.verify.checks.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders that are made once by each key, and have members that are their server's. */
class OrdersMistakesTest {

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Orders, version: '1'}
            security: [{key: []}]
            paths:
              /orders:
                post:
                  operationId: order
                  parameters:
                    - {name: Idempotency-Key, in: header, schema: {type: string, minLength: 8, maxLength: 64}}
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                  responses:
                    '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                    '400': {description: wrong}
                    '401': {description: who}
                    '409': {description: the key is taken}
                    '415': {description: unread}
              /orders/{orderId}:
                parameters:
                  - {name: orderId, in: path, required: true, schema: {type: integer, minimum: 1, maximum: 999999999}}
                get:
                  operationId: getOrder
                  responses:
                    '200': {description: it, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                    '400': {description: wrong}
                    '401': {description: who}
                    '404': {description: unknown}
                patch:
                  operationId: changeOrder
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          properties: {id: {type: integer, readOnly: true}, remark: {type: string, maxLength: 20}}
                  responses:
                    '200': {description: it, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                    '400': {description: wrong}
                    '401': {description: who}
                    '404': {description: unknown}
                    '415': {description: unread}
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
              schemas:
                Order:
                  type: object
                  required: [id, lines]
                  properties:
                    id: {type: integer, readOnly: true}
                    version: {type: integer, readOnly: true}
                    remark: {type: string, maxLength: 20}
                    lines:
                      type: array
                      minItems: 1
                      maxItems: 3
                      items:
                        type: object
                        required: [sku]
                        properties: {sku: {type: string, pattern: '^[a-z]{4}$'}, count: {type: integer, minimum: 1, maximum: 9}}
            """, URI.create("file:///orders.yaml"), "orders.yaml");

    private enum Mistake {
        NONE,
        KEY_IS_IGNORED,
        KEY_IS_EVERYBODYS,
        KEY_IS_OF_ANY_BODY,
        REPEATED_KEY_IS_REFUSED,
        ID_IS_TAKEN,
        ID_IS_CHANGED,
        READING_COUNTS,
        COUNTS_ARE_LOST
    }

    private static final class Orders implements Target {

        private final Mistake mistake;
        private final Map<String, ObjectNode> orders = new TreeMap<>();
        private final Map<String, ObjectNode> answers = new HashMap<>();
        private final Map<String, byte[]> bodies = new HashMap<>();
        private int last;

        Orders(Mistake mistake) {
            this.mistake = mistake;
        }

        @Override
        public HttpResponse answer(HttpRequest request) {
            if (request.method().equals("HEAD")) {
                return answer(request.withMethod("GET")).withoutBody();
            }
            Route route = CONTRACT.route(request);
            if (!(route instanceof Route.Found found)) {
                Headers allow = Headers.of("Allow", request.path().equals("/orders") ? "POST" : "GET, HEAD, PATCH");
                return route instanceof Route.MethodNotAllowed ? status(405).with(allow) : status(404);
            }
            String client = request.headers().text("X-Key");
            if (!client.matches("anna|ben")) {
                return status(401).with(Headers.of("WWW-Authenticate", "Key"));
            }
            if (CONTRACT.dialect().negotiation(found, request).isPresent()) {
                return status(415);
            }
            if (!RequestCheck.violations(CONTRACT.dialect().bind(found, request))
                    .isEmpty()) {
                return status(400);
            }
            return found.operation().id().equals("order") ? ordered(client, request) : found(client, request);
        }

        private HttpResponse ordered(String client, HttpRequest request) {
            String key = request.headers().text("Idempotency-Key");
            String owned = mistake == Mistake.KEY_IS_EVERYBODYS ? key : client + key;
            ObjectNode known = key.isEmpty() || mistake == Mistake.KEY_IS_IGNORED ? null : answers.get(owned);
            if (known != null) {
                boolean same =
                        Arrays.equals(bodies.get(owned), request.body()) || mistake == Mistake.KEY_IS_OF_ANY_BODY;
                return same && mistake != Mistake.REPEATED_KEY_IS_REFUSED ? Shop.json(201, known) : status(409);
            }
            ObjectNode order = body(request);
            int id = ++last;
            order.put(
                    "id",
                    mistake == Mistake.ID_IS_TAKEN && order.has("id")
                            ? order.get("id").asInt()
                            : id);
            order.put("version", 1);
            if (mistake == Mistake.COUNTS_ARE_LOST) {
                order.get("lines").forEach(line -> ((ObjectNode) line).remove("count"));
            }
            orders.put(client + order.get("id"), order);
            answers.put(owned, order.deepCopy());
            bodies.put(owned, request.body());
            return Shop.json(201, order);
        }

        private HttpResponse found(String client, HttpRequest request) {
            ObjectNode order = orders.get(client + request.path().substring("/orders/".length()));
            if (order == null) {
                return status(404);
            }
            if (request.method().equals("PATCH")) {
                ObjectNode change = body(request);
                if (change.has("remark")) {
                    order.set("remark", change.get("remark"));
                }
                if (mistake == Mistake.ID_IS_CHANGED && change.has("id")) {
                    order.set("id", change.get("id"));
                }
            }
            if (request.method().equals("PATCH") || mistake == Mistake.READING_COUNTS) {
                order.put("version", order.get("version").asInt() + 1);
            }
            return Shop.json(200, order);
        }

        private static ObjectNode body(HttpRequest request) {
            try {
                return (ObjectNode) new Json().read(request.body());
            } catch (MalformedBody e) {
                throw new IllegalStateException(new String(request.body(), StandardCharsets.UTF_8), e);
            }
        }

        private static HttpResponse status(int status) {
            return HttpResponse.of(status, Headers.none());
        }
    }

    private static List<String> told(Mistake mistake) {
        Credentials credentials =
                Credentials.of(Headers.of("X-Key", "anna"), CONTRACT).besides(Headers.of("X-Key", "ben"));
        Budget budget = new Budget(0, 0, 1, List.of(RunPhase.EXAMPLES, RunPhase.STATEFUL));
        return new Verification(
                        new Cases(CONTRACT, credentials, budget),
                        Checks.of(CONTRACT, Undocumented.ALLOWED),
                        new Orders(mistake),
                        Verification.Progress.NONE)
                .outcome(CONTRACT.operations()).causes().stream()
                        .map(Cause::first)
                        .map(failure -> (failure.blame() == Blame.SERVER ? "" : "note ") + failure.check() + " "
                                + failure.cause())
                        .toList();
    }

    @Test
    void areNoneOfTheRightOrders() {
        assertThat(told(Mistake.NONE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "KEY_IS_IGNORED | idempotency-key The same request with the same key has made another.",
                "KEY_IS_EVERYBODYS | idempotency-key The key of one client is answered with what another one made.",
                "KEY_IS_OF_ANY_BODY | note idempotency-key Another request with the same key is answered with what the first made.",
                "REPEATED_KEY_IS_REFUSED | note idempotency-key A request that is sent once more with its key is refused.",
                "ID_IS_TAKEN | read-only-kept What is readOnly was set by a client: id.",
                "ID_IS_CHANGED | read-only-kept What is readOnly was set by a client: id.",
                "READING_COUNTS | same-again The same request is answered otherwise the second time.",
                "COUNTS_ARE_LOST | created-is-kept The answer does not show what was created: /lines.",
            })
    void areTold(Mistake mistake, String words) {
        assertThat(told(mistake)).contains(words);
    }
}
