package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import io.platformapi.contract.http.Query;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Visits are of a patient that is known, and of a treatment that there is: made-up bodies have those of a body that was
 * taken, and differ in all else.
 */
class ReferringBodiesTest {

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: Visits, version: '1'}
            paths:
              /visits:
                get:
                  operationId: listVisits
                  parameters: [{name: room, in: query, schema: {enum: [north, south, west]}}]
                  responses:
                    '200': {description: all, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Visit'}}}}}
                    '400': {description: wrong}
                post:
                  operationId: book
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Visit'}
                        example: {patientId: p17, treatment: bath, room: north, minutes: 15}
                  responses:
                    '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Visit'}}}}
                    '400': {description: wrong}
                    '415': {description: unread}
                    '422': {description: nobody knows that}
              /visits/{visitId}:
                get:
                  operationId: getVisit
                  parameters: [{name: visitId, in: path, required: true, schema: {type: integer, minimum: 1}, example: 1}]
                  responses:
                    '200': {description: it, content: {application/json: {schema: {$ref: '#/components/schemas/Visit'}}}}
                    '400': {description: wrong}
                    '404': {description: unknown}
            components:
              schemas:
                Visit:
                  type: object
                  required: [patientId, treatment, room, minutes]
                  properties:
                    id: {type: integer, readOnly: true}
                    patientId: {type: string, pattern: '^p[0-9]{2,7}$'}
                    treatment: {type: string, minLength: 3, maxLength: 20}
                    room: {enum: [north, south, west]}
                    minutes: {type: integer, minimum: 1, maximum: 900}
            """, URI.create("file:///visits.yaml"), "visits.yaml");

    private static final class Visits implements Target {

        private final Map<Integer, ObjectNode> visits = new TreeMap<>();
        private final boolean filters;

        Visits(boolean filters) {
            this.filters = filters;
        }

        @Override
        public HttpResponse answer(HttpRequest request) {
            HttpRequest asked = request.method().equals("HEAD") ? request.withMethod("GET") : request;
            Route route = CONTRACT.route(asked);
            if (!(route instanceof Route.Found found)) {
                Headers allow = Headers.of("Allow", asked.path().equals("/visits") ? "GET, HEAD, POST" : "GET, HEAD");
                return route instanceof Route.MethodNotAllowed ? status(405).with(allow) : status(404);
            }
            if (CONTRACT.dialect().negotiation(found, asked).isPresent()) {
                return status(415);
            }
            if (!RequestCheck.violations(CONTRACT.dialect().bind(found, asked)).isEmpty()) {
                return status(400);
            }
            HttpResponse answer = switch (found.operation().id()) {
                case "book" -> book(body(asked));
                case "getVisit" -> visit(asked.path().substring("/visits/".length()));
                default -> list(asked);
            };
            return request.method().equals("HEAD") ? answer.withoutBody() : answer;
        }

        private HttpResponse book(ObjectNode visit) {
            boolean known = visit.get("patientId").asText().equals("p17")
                    && visit.get("treatment").asText().equals("bath");
            if (!known) {
                return status(422);
            }
            visit.put("id", visits.size() + 1);
            visits.put(visits.size() + 1, visit);
            return Shop.json(201, visit);
        }

        private HttpResponse visit(String id) {
            ObjectNode visit = id.matches("\\d{1,6}") ? visits.get(Integer.parseInt(id)) : null;
            return visit == null ? status(404) : Shop.json(200, visit);
        }

        private HttpResponse list(HttpRequest request) {
            List<String> rooms = Query.of(request.query()).named("room").stream()
                    .map(Query.Pair::value)
                    .toList();
            var shown = JsonNodeFactory.instance.arrayNode();
            Stream<ObjectNode> some = visits.values().stream()
                    .filter(visit -> !filters
                            || rooms.isEmpty()
                            || rooms.contains(visit.get("room").asText()));
            some.forEach(shown::add);
            return Shop.json(200, shown);
        }

        private static ObjectNode body(HttpRequest request) {
            try {
                return (ObjectNode) new Json().read(request.body());
            } catch (MalformedBody e) {
                return JsonNodeFactory.instance.objectNode();
            }
        }

        private static HttpResponse status(int status) {
            return HttpResponse.of(status, Headers.none());
        }
    }

    @ParameterizedTest
    @CsvSource({"true, ", "false, filter-keeps-what-it-says"})
    void areMadeUpOfWhatIsKnown(boolean filters, String check) {
        Budget budget = new Budget(0, 0, 1, List.of(RunPhase.EXAMPLES, RunPhase.STATEFUL));
        Outcome outcome = new Verification(
                        new Cases(CONTRACT, Credentials.of(Headers.none(), CONTRACT), budget),
                        Checks.of(CONTRACT, Undocumented.ALLOWED),
                        new Visits(filters),
                        Verification.Progress.NONE)
                .outcome(CONTRACT.operations());

        assertThat(outcome.causes())
                .extracting(cause -> cause.first().check())
                .containsExactlyElementsOf(check == null ? List.of() : List.of(check));
    }

    @ParameterizedTest
    @CsvSource({"productId, ", "code, ", "colour, valid-request-accepted"})
    void areNotBlamedOnWhoDoesNotKnowWhatWasMadeUp(String member, String check) {
        Contract unshown = new ContractReader(Access.SAME_ORIGIN)
                .read("""
                openapi: 3.1.1
                info: {title: Orders, version: '1'}
                paths:
                  /orders/{code}:
                    put:
                      operationId: order
                      parameters: [{name: code, in: path, required: true, schema: {type: string, pattern: '^[a-z]{3}$'}}]
                      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [MEMBER], properties: {MEMBER: {type: string, pattern: '^[a-z]{3}$'}}}}}}
                      responses: {'201': {description: made}, '400': {description: wrong}, '422': {description: nobody knows that}}
                """.replace("MEMBER", member), URI.create("file:///orders.yaml"), "orders.yaml");
        Budget budget = new Budget(0, 0, 1, List.of(RunPhase.EXAMPLES));
        Outcome outcome = new Verification(
                        new Cases(unshown, Credentials.of(Headers.none(), unshown), budget),
                        Checks.of(unshown, Undocumented.ALLOWED),
                        request -> !request.path().matches("/orders/[^/]+")
                                ? Visits.status(404)
                                : HttpResponse.of(
                                        request.method().equals("PUT") ? 422 : 405, Headers.of("Allow", "PUT")),
                        Verification.Progress.NONE)
                .outcome(unshown.operations());

        assertThat(outcome.causes())
                .extracting(cause -> cause.first().check())
                .containsExactlyElementsOf(check == null ? List.of() : List.of(check));
    }
}
