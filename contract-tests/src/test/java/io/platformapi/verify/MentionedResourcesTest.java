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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that no operation makes or lists are asked for by what the answers of others say of them. */
class MentionedResourcesTest {

    private static final String PATHS = """
            openapi: 3.1.1
            info: {title: Exports, version: '1'}
            paths:
              /jobs/{%1$s}:
                get:
                  operationId: getJob
                  parameters:
                    - {name: %1$s, in: path, required: true, schema: {type: string, pattern: '^[a-z0-9]{8}$'}, example: abcdefgh}
                  responses:
                    '200': {description: it, content: {application/json: {schema: {type: object, properties: {state: {enum: [queued, done]}}}}}}
                    '400': {description: wrong}
                    '404': {description: unknown}
              /exports:
                post:
                  operationId: export
                  responses:
                    '202': {description: begun, content: {application/json: {schema: {type: object}}}}
                    '400': {description: wrong}
            """;

    /** A server that says once where its job is. */
    private static Target server(Contract contract, HttpResponse begun) {
        return request -> {
            HttpRequest asked = request.method().equals("HEAD") ? request.withMethod("GET") : request;
            if (!(contract.route(asked) instanceof Route.Found found)) {
                boolean known = contract.route(asked) instanceof Route.MethodNotAllowed;
                Headers allow = Headers.of("Allow", asked.path().equals("/exports") ? "POST" : "GET, HEAD");
                return HttpResponse.of(known ? 405 : 404, known ? allow : Headers.none());
            }
            if (!RequestCheck.violations(contract.dialect().bind(found, asked)).isEmpty()) {
                return HttpResponse.of(400, Headers.none());
            }
            HttpResponse answer = found.operation().id().equals("export")
                    ? begun
                    : asked.path().equals("/jobs/q1w2e3r4")
                            ? Shop.json(
                                    200, JsonNodeFactory.instance.objectNode().put("state", "begun"))
                            : HttpResponse.of(404, Headers.none());
            return request.method().equals("HEAD") ? answer.withoutBody() : answer;
        };
    }

    @ParameterizedTest
    @CsvSource({"jobId, Location, ''", "key, Content-Location, ''", "jobId, '', jobId", "id, '', job_id"})
    void areReached(String variable, String field, String member) {
        var body = JsonNodeFactory.instance.objectNode().put(member.isEmpty() ? "note" : member, "q1w2e3r4");
        HttpResponse begun =
                Shop.json(202, body).with(field.isEmpty() ? Headers.none() : Headers.of(field, "/jobs/q1w2e3r4"));

        assertThat(outcome(variable, begun).causes())
                .extracting(cause -> cause.first().check())
                .containsOnly("documented-body");
    }

    @Test
    void areBlamedForWhereTheyAreNot() {
        HttpResponse begun =
                Shop.json(202, JsonNodeFactory.instance.objectNode()).with(Headers.of("Location", "/jobs/q1w2e3r5"));

        assertThat(outcome("jobId", begun).causes())
                .extracting(cause -> cause.first().check() + " " + cause.first().cause())
                .containsOnly("created-is-found Location leads nowhere.");
    }

    private static Outcome outcome(String variable, HttpResponse begun) {
        Contract contract = new ContractReader(Access.SAME_ORIGIN)
                .read(PATHS.formatted(variable), URI.create("file:///jobs.yaml"), "jobs.yaml");
        Budget budget = new Budget(0, 60, 1, List.of(RunPhase.EXAMPLES, RunPhase.COVERAGE, RunPhase.STATEFUL));
        Cases cases = new Cases(contract, Credentials.of(Headers.none(), contract), budget);
        return new Verification(
                        cases,
                        Checks.of(contract, Undocumented.ALLOWED),
                        server(contract, begun),
                        Verification.Progress.NONE)
                .outcome(contract.operations());
    }
}
