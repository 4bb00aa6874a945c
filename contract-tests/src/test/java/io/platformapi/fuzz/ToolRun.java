package io.platformapi.fuzz;

import io.platformapi.compat.Compatibility;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.lint.Lint;
import io.platformapi.mock.MockEngine;
import io.platformapi.mock.MockOptions;
import io.platformapi.report.Finding;
import io.platformapi.report.Report;
import io.platformapi.verify.Outcome;
import io.platformapi.verify.RunLimits;
import io.platformapi.verify.Untested;
import io.platformapi.verify.Verification;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every tool, run once on one document: each may refuse or find whatever it wants, none may fail. */
final class ToolRun {

    private static final RunLimits FIVE_SECONDS =
            new RunLimits(RunLimits.usual().answer(), RunLimits.usual().bytes(), Duration.ofSeconds(5));
    private static final Headers LET_IN = Headers.of("Authorization", "Basic dXNlcjpwYXNzd29yZA==", "X-Key", "any");
    private static final String OWN_FAULT = "This is a fault of its own";

    /** What the tools say of a mistake of their own, which they survive. */
    private static final Pattern MISHAP = Pattern.compile("\\w+(Exception|Error)\\b.* at [\\w.$]+\\(|The rule failed");

    private final Contract contract;
    private final MockEngine mock;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    ToolRun(Contract contract) {
        this.contract = contract;
        this.mock = new MockEngine(contract, MockOptions.usual());
    }

    /** What failed, each in a sentence; empty if nothing did. */
    List<String> failures(Contract base) {
        contract.operations().forEach(this::junk);
        verify();
        Report lint = Lint.report(contract, "fuzz");
        Compatibility checker = new Compatibility(SchemaReading.Profile.COMMON, LocalDate.EPOCH);
        Report itself = checker.compare(contract, contract, "itself");
        Report changes = checker.compare(base, contract, "base");
        Stream.of(lint, itself, changes)
                .flatMap(report -> report.findings().stream())
                .map(Finding::message)
                .forEach(this::check);
        return List.copyOf(failures);
    }

    private void check(String said) {
        if (MISHAP.matcher(said).find()) {
            failures.add(said);
        }
    }

    private void junk(Operation operation) {
        String path = operation.path().text().replaceAll("\\{[^}]*}", "1");
        for (String body : List.of("", "{}", "[null]", "{\"kind\":\"tree\",\"id\":1e999999999}", "\"\\u0000\"", "{")) {
            Headers headers = body.isEmpty() ? Headers.none() : Headers.of("Content-Type", "application/json");
            answer(new HttpRequest(
                    operation.method(), path, "a=%zz&b=1", headers, body.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void verify() {
        Cases cases = new Cases(contract, Credentials.of(LET_IN, contract), new Budget(1, 8, 1));
        Checks checks = Checks.of(contract, Undocumented.ALLOWED);
        Outcome outcome = new Verification(cases, checks, this::answer, FIVE_SECONDS, Verification.Progress.NONE)
                .outcome(contract.operations());
        outcome.untested().stream().map(Untested::reason).forEach(this::check);
    }

    private HttpResponse answer(HttpRequest request) {
        HttpResponse answer = mock.answer(request);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() == 500 && body.contains(OWN_FAULT)) {
            failures.add("the mock failed: " + request.method() + " " + request.target() + " "
                    + new String(request.body(), StandardCharsets.UTF_8));
        }
        return request.method().equals("HEAD") ? answer.withoutBody() : answer;
    }
}
