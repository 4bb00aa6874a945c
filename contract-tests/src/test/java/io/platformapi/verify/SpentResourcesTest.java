package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.RequestCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
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
import io.platformapi.verify.checks.Target;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * A desk closes each of its tickets once, and says 409 from then on: what else is wrong with a request is found all the
 * same, for each is asked of a ticket that can still be closed.
 */
class SpentResourcesTest {

    private static final String DESK = """
            openapi: 3.1.1
            info: {title: Desk, version: '1'}
            paths:
              /tickets:
                post:
                  operationId: openTicket
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [title]
                          properties: {title: {type: string, minLength: 1, maxLength: 40}}
                  responses:
                    '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Ticket'}}}}
                    '400': {description: wrong}
                    '415': {description: unread}
              /tickets/{ticketId}/closing:
                parameters:
                  - {name: ticketId, in: path, required: true, schema: {type: integer, minimum: 1}, example: 1}
                post:
                  operationId: closeTicket
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [reason]
                          properties:
                            reason: {type: string, enum: [done, dropped, twice]}
                            remark: {type: string, maxLength: 12}
                  responses:
                    '200': {description: closed, content: {application/json: {schema: {$ref: '#/components/schemas/Ticket'}}}}
                    '400': {description: wrong}
                    '404': {description: unknown}
                    '409': {description: closed before}
                    '415': {description: unread}
              /tickets/{ticketId}:
                parameters:
                  - {name: ticketId, in: path, required: true, schema: {type: integer, minimum: 1}, example: 1}
                get:
                  operationId: getTicket
                  responses:
                    '200': {description: there, content: {application/json: {schema: {$ref: '#/components/schemas/Ticket'}}}}
                    '400': {description: wrong}
                    '404': {description: unknown}
            components:
              schemas:
                Ticket:
                  type: object
                  required: [id, title, open]
                  properties: {id: {type: integer}, title: {type: string}, open: {type: boolean}}
            """;

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read(DESK, URI.create("file:///desk.yaml"), "desk.yaml");

    /** A desk that looks at the state of a ticket before it looks at what is sent. */
    private static final class Desk implements Target {

        private final Predicate<Violation> blindness;
        private final Predicate<JsonNode> prejudice;
        private final Map<Integer, ObjectNode> tickets = new HashMap<>();

        Desk(Predicate<Violation> blindness, Predicate<JsonNode> prejudice) {
            this.blindness = blindness;
            this.prejudice = prejudice;
            open("shown");
        }

        private ObjectNode open(String title) {
            int id = tickets.size() + 1;
            ObjectNode ticket = JsonNodeFactory.instance.objectNode();
            tickets.put(id, ticket.put("id", id).put("title", title).put("open", true));
            return ticket;
        }

        @Override
        public HttpResponse answer(HttpRequest request) {
            if (request.method().equals("HEAD")) {
                return answer(request.withMethod("GET")).withoutBody();
            }
            Route route = CONTRACT.route(request);
            if (!(route instanceof Route.Found found)) {
                boolean known = route instanceof Route.MethodNotAllowed;
                String allowed = request.path().matches("/tickets/[^/]+") ? "GET, HEAD" : "POST";
                return known ? status(405).with(Headers.of("Allow", allowed + ", OPTIONS")) : status(404);
            }
            boolean closing = found.operation().id().equals("closeTicket");
            ObjectNode ticket = ticket(request);
            if (closing && ticket != null && !ticket.get("open").asBoolean()) {
                return status(409);
            }
            if (CONTRACT.dialect().negotiation(found, request).isPresent()) {
                return status(415);
            }
            boolean wrong = RequestCheck.violations(CONTRACT.dialect().bind(found, request)).stream()
                    .anyMatch(violation -> !closing || !blindness.test(violation));
            if (wrong || closing && prejudice.test(body(request))) {
                return status(400);
            }
            if (found.operation().id().equals("openTicket")) {
                return Shop.json(201, open(body(request).get("title").asText()));
            }
            if (ticket == null) {
                return status(404);
            }
            return Shop.json(200, closing ? ticket.put("open", false) : ticket);
        }

        private ObjectNode ticket(HttpRequest request) {
            String[] segments = request.path().split("/");
            boolean named = segments.length > 2 && segments[2].matches("\\d{1,8}");
            return named ? tickets.get(Integer.parseInt(segments[2])) : null;
        }

        private static JsonNode body(HttpRequest request) {
            try {
                return new Json().read(request.body());
            } catch (MalformedBody e) {
                return JsonNodeFactory.instance.objectNode();
            }
        }

        private static HttpResponse status(int status) {
            return HttpResponse.of(status, Headers.none());
        }
    }

    private static Outcome outcome(Predicate<Violation> blindness, Predicate<JsonNode> prejudice) {
        Budget budget = new Budget(0, 400, 1, List.of(RunPhase.EXAMPLES, RunPhase.COVERAGE));
        Cases cases = new Cases(CONTRACT, Credentials.of(Headers.none(), CONTRACT), budget);
        Checks checks = Checks.of(CONTRACT, Undocumented.ALLOWED);
        Desk desk = new Desk(blindness, prejudice);
        return new Verification(cases, checks, desk, Verification.Progress.NONE).outcome(CONTRACT.operations());
    }

    private static List<String> checks(Outcome outcome) {
        return outcome.causes().stream()
                .map(cause -> cause.first().check())
                .distinct()
                .toList();
    }

    @Test
    void areNoFault() {
        Outcome outcome = outcome(violation -> false, body -> false);

        assertThat(outcome.causes()).extracting(Cause::first).isEmpty();
        assertThat(outcome.tested()).hasSize(3);
    }

    @Test
    void hideNoLeniency() {
        assertThat(checks(outcome(violation -> violation.rule().equals("maxLength"), body -> false)))
                .containsExactly("invalid-request-refused");
        assertThat(checks(outcome(violation -> violation.rule().equals("required"), body -> false)))
                .containsExactly("invalid-request-refused");
    }

    @Test
    void hideNoStrictness() {
        assertThat(checks(outcome(
                        violation -> false, body -> body.path("reason").asText().equals("twice"))))
                .containsExactly("valid-request-accepted");
    }
}
