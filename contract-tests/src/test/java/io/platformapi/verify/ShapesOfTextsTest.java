package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import io.platformapi.verify.checks.Target;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A port that has another pattern in mind than it documents is found; one that knows what there is, is not. */
class ShapesOfTextsTest {

    private static final String PORT = """
            openapi: 3.1.1
            info: {title: Port, version: '1'}
            paths:
              /berths/{code}/{number}:
                put:
                  operationId: putBerth
                  parameters:
                    - {name: code, in: path, required: true, schema: {type: string, pattern: '^[a-z]{3}$'}, example: ham}
                    - {name: number, in: path, required: true, schema: {type: integer, minimum: 1, maximum: 99}, example: 7}
                  responses: {'204': {description: there}, '422': {description: wrong}}
              /ships/{sign}:
                put:
                  operationId: putShip
                  parameters:
                    - {name: sign, in: path, required: true, schema: {type: string, pattern: '^[A-Z][A-Z0-9]{2,5}$'}, example: DABC}
                    - {name: If-Match, in: header, schema: {type: string}, example: '"1"'}
                  responses: {'204': {description: there}, '412': {description: another}, '422': {description: wrong}}
              /calls:
                post:
                  operationId: addCall
                  parameters:
                    - {name: Idempotency-Key, in: header, schema: {type: string, pattern: '^[A-Za-z0-9_-]{8,64}$'}, example: abcd-1234}
                    - {name: X-Agent, in: header, schema: {type: string, pattern: '^(AG|BR)[0-9]{4}$'}, example: AG1234}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Call'}
                        example: {order: PO-4711, opens: '08:00', closes: '18:00'}
                  responses: {'201': {description: made}, '400': {description: unread}, '409': {description: another}, '415': {description: unread}, '422': {description: wrong}}
            components:
              schemas:
                Call:
                  type: object
                  required: [order]
                  additionalProperties: false
                  properties:
                    order: {type: string, pattern: '^PO-[0-9]{3,8}$', examples: [PO-4711]}
                    currency: {type: string, pattern: '^[A-Z]{3,4}$', examples: [EUR]}
                    opens: {type: string, pattern: '^[0-9]{1,2}:[0-9]{2}$', examples: ['08:00']}
                    closes: {type: string, pattern: '^[0-9]{1,2}:[0-9]{2}$', examples: ['18:00']}
                    remark: {type: string, maxLength: 60}
            """;

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read(PORT, URI.create("file:///port.yaml"), "port.yaml");

    /** A port that takes what its document says, but for some, and each key for one request alone. */
    private record Port(Predicate<HttpRequest> prejudice, Map<String, String> keys) implements Target {

        Port(Predicate<HttpRequest> prejudice) {
            this(prejudice, new HashMap<>());
        }

        @Override
        public HttpResponse answer(HttpRequest request) {
            Route route = CONTRACT.route(request);
            if (!(route instanceof Route.Found found)) {
                boolean known = route instanceof Route.MethodNotAllowed;
                String allowed = request.path().equals("/calls") ? "POST" : "PUT";
                return known ? status(405).with(Headers.of("Allow", allowed + ", OPTIONS")) : status(404);
            }
            if (CONTRACT.dialect().negotiation(found, request).isPresent()) {
                return status(415);
            }
            if (request.headers().has("If-Match") && !request.path().endsWith("/DABC")) {
                return status(412);
            }
            if (!RequestCheck.violations(CONTRACT.dialect().bind(found, request))
                            .isEmpty()
                    || prejudice.test(request)) {
                return status(422);
            }
            String key = request.headers().text("Idempotency-Key");
            String before = key.isEmpty() ? null : keys.putIfAbsent(key, new String(request.body()));
            if (before != null && !before.equals(new String(request.body()))) {
                return status(422);
            }
            return status(found.operation().id().equals("addCall") ? 201 : 204);
        }

        private static HttpResponse status(int status) {
            return HttpResponse.of(status, Headers.none());
        }
    }

    private static JsonNode body(HttpRequest request) {
        try {
            return new Json().read(request.body());
        } catch (MalformedBody e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static List<String> causes(Predicate<HttpRequest> prejudice) {
        Budget budget = new Budget(0, 400, 1, List.of(RunPhase.EXAMPLES, RunPhase.COVERAGE));
        Cases cases = new Cases(CONTRACT, Credentials.of(Headers.none(), CONTRACT), budget);
        Checks checks = Checks.of(CONTRACT, Undocumented.ALLOWED);
        return new Verification(cases, checks, new Port(prejudice), Verification.Progress.NONE)
                .outcome(CONTRACT.operations()).causes().stream()
                        .map(cause ->
                                cause.first().check() + ": " + cause.first().cause())
                        .toList();
    }

    @Test
    void areNoFaultAsTheyAreDocumented() {
        assertThat(causes(request -> false)).isEmpty();
    }

    private static Predicate<HttpRequest> text(String member, String right) {
        return request -> !body(request).path(member).asText("").matches("|" + right);
    }

    /** What looks right need not be there, and what is there fits what it belongs to. */
    @Test
    void areNoFaultWhereThePortKnowsWhatThereIs() {
        assertThat(causes(text("currency", "EUR|USD"))).isEmpty();
        assertThat(causes(text("order", "PO-(4711|4712)"))).isEmpty();
        assertThat(causes(request -> !request.path().matches("/ships/DABC|/berths/.*|/calls")))
                .isEmpty();
        assertThat(causes(request -> {
                    String opens = body(request).path("opens").asText("00:00");
                    return opens.length() < 5
                            || opens.compareTo(body(request).path("closes").asText("99:99")) > 0;
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PO-[0-9]{3,7}", "PO-[0-9]{4,8}"})
    void areTriedInBodies(String narrow) {
        assertThat(causes(text("order", narrow)))
                .isNotEmpty()
                .allSatisfy(
                        cause -> assertThat(cause)
                                .startsWith(
                                        "valid-request-accepted: A valid request is refused with 422: body order has the text PO-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[A-Za-z0-9-]*", ".{0,63}", "|.{9,}"})
    void areTriedInHeaderFieldsAndKeys(String narrow) {
        assertThat(causes(request -> !request.headers().text("Idempotency-Key").matches(narrow)))
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause).contains("header Idempotency-Key has the text "));
    }

    @Test
    void areTriedByEachAlternative() {
        assertThat(causes(request -> request.headers().text("X-Agent").startsWith("BR")))
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause).contains("header X-Agent has the text BR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[A-Z]+", "[A-Z0-9]{3,5}", "[A-Z0-9]{4,6}"})
    void areTriedInThePathOfWhatIsMade(String narrow) {
        assertThat(causes(request -> !request.path().matches("/ships/" + narrow + "|/berths/.*|/calls")))
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause).contains("path sign has the text "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "1"})
    void goWithTheBoundsOfNumbersInThePathOfWhatIsMade(String refused) {
        assertThat(causes(request -> request.path().endsWith("/" + refused)))
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause).contains("path number has the bound " + refused));
    }

    /** A key is for one request: what is tried with another must not be refused for it. */
    @Test
    void leaveWhatElseIsTriedItsOwnKey() {
        assertThat(causes(text("remark", "[^']*")))
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause).contains("body remark has a text with "));
    }
}
