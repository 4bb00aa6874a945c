package io.platformapi.verify.cases;

import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Breaks a valid request in every way its schemas speak of, one at a time; each must be refused. */
final class BrokenValues {

    static final String CHECK = "invalid-request-refused";

    private final RequestWriter writer;
    private final Oracle oracle;
    private final ShownTexts texts;

    BrokenValues(RequestWriter writer, Oracle oracle, ShownTexts texts) {
        this.writer = writer;
        this.oracle = oracle;
        this.texts = texts;
    }

    /** The cases by the type of the body: the first with broken parameters as well. */
    List<List<Case>> byType(List<ValidInputs.Group> groups) {
        List<List<Case>> cases = new ArrayList<>();
        for (ValidInputs.Group group : groups) {
            Input input = texts.decoded(group.first());
            cases.add(
                    cases.isEmpty()
                            ? cases(input, "invalid")
                            : ofBody(input, "invalid/body-in-" + input.type().essence()));
        }
        return cases;
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
        cases.addAll(ofBody(input, source));
        return cases;
    }

    private List<Case> ofBody(Input input, String source) {
        List<Case> cases = new ArrayList<>();
        if (input.content() != null && input.hasBody()) {
            add(cases, source + "/body/required", input.withoutBody());
            for (Flaw flaw : Flaws.of(input.content().schema(), input.body())) {
                add(cases, source + "/body" + flaw.pointer() + "/" + flaw.rule(), input.withBody(flaw.value()));
            }
        }
        return cases;
    }

    private void add(List<Case> cases, String name, Input input) {
        Operation operation = input.operation();
        writer.request(input)
                .ifPresent(request -> oracle.violations(operation, request).stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .map(broken -> new Case(
                                operation.id() + "/" + name,
                                operation.toString(),
                                operation,
                                request,
                                Expected.refused(CHECK, broken.toString(), Set.of()),
                                Oracle.documented(operation, broken)))
                        .ifPresent(cases::add));
    }
}
