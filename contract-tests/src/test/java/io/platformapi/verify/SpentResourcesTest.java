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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
              /tickets/{ticketId}:
                parameters:
                  - {name: ticketId, in: path, required: true, schema: {type: integer, minimum: 1}, example: 1}
                get:
                  operationId: getTicket
                  responses:
                    '200': {description: there, content: {application/json: {schema: {$ref: '#/components/schemas/Ticket'}}}}
                    '400': {description: wrong}
                    '404': {description: unknown}
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
              /tickets/{ticketId}/reopening:
                parameters:
                  - {name: ticketId, in: path, required: true, schema: {type: integer, minimum: 1}, example: 1}
                post:
                  operationId: reopenTicket
                  responses:
                    '200': {description: open, content: {application/json: {schema: {$ref: '#/components/schemas/Ticket'}}}}
                    '400': {description: wrong}
                    '404': {description: unknown}
                    '409': {description: never closed}
            components:
              schemas:
                Ticket:
                  type: object
                  required: [id, title, open]
                  properties: {id: {type: integer}, title: {type: string}, open: {type: boolean}, times: {type: integer}}
            """;

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read(DESK, URI.create("file:///desk.yaml"), "desk.yaml");

    /** A desk that looks at the state of a ticket before it looks at what is sent. */
    private static final class Desk implements Target {

        private final Predicate<Violation> blindness;
        private final Predicate<JsonNode> prejudice;
        private final UnaryOperator<ObjectNode> memory;
        private final Map<Integer, ObjectNode> tickets = new HashMap<>();

        Desk(Predicate<Violation> blindness, Predicate<JsonNode> prejudice, UnaryOperator<ObjectNode> memory) {
            this.blindness = blindness;
            this.prejudice = prejudice;
            this.memory = memory;
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
            String id = found.operation().id();
            boolean closing = id.equals("closeTicket");
            boolean opening = id.equals("reopenTicket");
            ObjectNode ticket = ticket(request);
            if (ticket != null && (closing || opening) && ticket.get("open").asBoolean() == opening) {
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
            if (id.equals("openTicket")) {
                return Shop.json(201, open(body(request).get("title").asText()));
            }
            if (ticket == null) {
                return status(404);
            }
            if (closing || opening) {
                ticket.put("open", opening).put("times", ticket.path("times").asInt() + 1);
                return Shop.json(200, ticket);
            }
            return Shop.json(200, memory.apply(ticket.deepCopy()));
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

    private static Outcome outcome(RunPhase phase, Desk desk) {
        Budget budget = new Budget(0, 400, 1, List.of(RunPhase.EXAMPLES, phase));
        Cases cases = new Cases(CONTRACT, Credentials.of(Headers.none(), CONTRACT), budget);
        Checks checks = Checks.of(CONTRACT, Undocumented.ALLOWED);
        return new Verification(cases, checks, desk, Verification.Progress.NONE).outcome(CONTRACT.operations());
    }

    private static List<String> checks(RunPhase phase, Desk desk) {
        return outcome(phase, desk).causes().stream()
                .map(cause -> cause.first().check())
                .distinct()
                .toList();
    }

    private static Desk overlooking(String rule) {
        return new Desk(violation -> violation.rule().equals(rule), body -> false, ticket -> ticket);
    }

    private static Desk showing(UnaryOperator<ObjectNode> memory) {
        return new Desk(violation -> false, body -> false, memory);
    }

    @ParameterizedTest
    @EnumSource(
            value = RunPhase.class,
            names = {"COVERAGE", "STATEFUL"})
    void areNoFault(RunPhase phase) {
        Outcome outcome = outcome(phase, showing(ticket -> ticket));

        assertThat(outcome.causes()).extracting(Cause::first).isEmpty();
        assertThat(outcome.tested()).hasSize(4);
    }

    @Test
    void hideNoLeniency() {
        assertThat(checks(RunPhase.COVERAGE, overlooking("maxLength"))).containsExactly("invalid-request-refused");
        assertThat(checks(RunPhase.COVERAGE, overlooking("required"))).containsExactly("invalid-request-refused");
    }

    @Test
    void hideNoStrictness() {
        Desk strict = new Desk(
                violation -> false, body -> body.path("reason").asText().equals("twice"), ticket -> ticket);

        assertThat(checks(RunPhase.COVERAGE, strict)).containsExactly("valid-request-accepted");
    }

    @Test
    void areReadAsTheActionLeftThem() {
        Desk forgetful = showing(ticket -> ticket.put("open", true));
        Desk wrong = showing(ticket -> ticket.get("open").asBoolean() ? ticket : ticket.put("title", 7));

        assertThat(checks(RunPhase.STATEFUL, forgetful)).containsExactly("change-is-kept");
        assertThat(checks(RunPhase.STATEFUL, wrong)).contains("documented-body");
    }

    /** A ticket that was never closed is not opened once more. */
    @Test
    void areReadInStatesThatTwoActionsLeadTo() {
        Desk wrong = showing(ticket ->
                ticket.path("times").asInt() < 2 || ticket.get("id").asInt() == 1 ? ticket : ticket.put("title", 7));

        assertThat(checks(RunPhase.STATEFUL, wrong)).contains("documented-body");
    }
}
