package io.platformapi.fuzz;

import io.platformapi.compat.Compatibility;
import io.platformapi.compat.schema.Reading;
import io.platformapi.contract.Contract;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.lint.Lint;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.verify.Verification;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Every tool, run once on one document: each may refuse or find whatever it wants, none may fail. */
final class ToolRun {

    private static final int MOST_REQUESTS = 150;
    private static final String OWN_FAULT = "This is a fault of its own";

    private final Contract contract;
    private final MockEngine mock;
    private int requests;

    ToolRun(Contract contract) {
        this.contract = contract;
        this.mock = new MockEngine(contract, MockOptions.usual());
    }

    void all(Contract base) throws ConnectException {
        contract.operations().forEach(this::junk);
        verify();
        lint();
        Compatibility checker = new Compatibility(Reading.Profile.COMMON, LocalDate.EPOCH);
        checker.compare(contract, contract, "itself");
        checker.compare(base, contract, "base");
    }

    private void junk(Operation operation) {
        String path = operation.path().text().replaceAll("\\{[^}]*}", "1");
        for (String body : List.of("", "{}", "[null]", "{\"kind\":\"tree\",\"id\":1e999999999}", "\"\\u0000\"", "{")) {
            Headers headers = body.isEmpty() ? Headers.none() : Headers.of("Content-Type", "application/json");
            answer(new HttpRequest(
                    operation.method(), path, "a=%zz&b=1", headers, body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void verify() throws ConnectException {
        Headers letIn = Headers.of("Authorization", "Basic dXNlcjpwYXNzd29yZA==", "X-Key", "any");
        Cases cases = new Cases(contract, Credentials.of(letIn, contract), new Budget(2, 20, 1));
        new Verification(cases, Checks.of(contract, Undocumented.ALLOWED), this::bounded, Verification.Progress.NONE)
                .outcome(contract.operations());
    }

    private HttpResponse bounded(HttpRequest request) throws IOException {
        if (requests++ > MOST_REQUESTS) {
            throw new IOException("enough");
        }
        HttpResponse answer = answer(request);
        return request.method().equals("HEAD") ? answer.withoutBody() : answer;
    }

    private HttpResponse answer(HttpRequest request) {
        HttpResponse answer = mock.answer(request);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() == 500 && body.contains(OWN_FAULT)) {
            throw new AssertionError("the mock failed: " + request.method() + " " + request.target() + " "
                    + new String(request.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    private void lint() {
        Lint.report(contract, "fuzz").findings().stream()
                .filter(finding -> finding.message().startsWith("The rule failed"))
                .findFirst()
                .ifPresent(finding -> {
                    throw new AssertionError(finding.id() + ": " + finding.message());
                });
    }
}
