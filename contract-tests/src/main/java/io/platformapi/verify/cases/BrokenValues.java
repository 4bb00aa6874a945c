package io.platformapi.verify.cases;

import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Breaks a valid request in every way its schemas speak of, one at a time; each must be refused. */
final class BrokenValues implements CaseSource {

    static final String CHECK = "invalid-request-refused";

    private final Inputs inputs;
    private final RequestWriter writer;
    private final Oracle oracle;

    BrokenValues(Inputs inputs, RequestWriter writer, Oracle oracle) {
        this.inputs = inputs;
        this.writer = writer;
        this.oracle = oracle;
    }

    @Override
    public List<Case> cases(Operation operation) {
        return inputs.named(operation).values().stream()
                .filter(input -> oracle.isValid(operation, writer.request(input)))
                .findFirst()
                .map(input -> cases(input, "invalid"))
                .orElse(List.of());
    }

    /** The cases made from one valid input. */
    List<Case> cases(Input input, String source) {
        List<Case> cases = new ArrayList<>();
        for (Input.Argument given : input.arguments()) {
            String place = source + "/" + given.parameter().in().keyword() + "/"
                    + given.parameter().name();
            if (given.parameter().required() && given.parameter().in() != In.PATH) {
                add(cases, place + "/required", input.without(given.parameter()));
            }
            for (Flaw flaw : Flaws.of(given.parameter().schema(), given.value())) {
                add(cases, place + flaw.pointer() + "/" + flaw.rule(), input.with(given.parameter(), flaw.value()));
            }
        }
        if (input.content() != null && input.hasBody()) {
            add(cases, source + "/body/required", input.withoutBody());
            for (Flaw flaw : Flaws.of(input.content().schema(), input.body())) {
                add(cases, source + "/body" + flaw.pointer() + "/" + flaw.rule(), input.withBody(flaw.value()));
            }
        }
        return cases;
    }

    private void add(List<Case> cases, String name, Input input) {
        if (!RequestWriter.isSendable(input)) {
            return;
        }
        Operation operation = input.operation();
        HttpRequest request = writer.request(input);
        Optional<Violation> violation = oracle.violations(operation, request).stream()
                .flatMap(List::stream)
                .findFirst();
        violation.ifPresent(broken -> cases.add(new Case(
                operation.id() + "/" + name,
                operation.toString(),
                operation,
                request,
                Expected.refused(CHECK, broken.toString(), Set.of()),
                Oracle.documented(operation, broken))));
    }
}
