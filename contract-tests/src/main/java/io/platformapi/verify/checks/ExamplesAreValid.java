package io.platformapi.verify.checks;

import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.InvalidExamples;
import io.platformapi.verify.cases.InvalidExamples.Contradiction;
import io.platformapi.verify.checks.Failure.Blame;
import java.util.List;
import java.util.Optional;

/** What a document shows as a request is what it asks of requests; where it is not, it was not sent as valid. */
final class ExamplesAreValid implements OperationCheck {

    private final InvalidExamples examples;

    ExamplesAreValid(InvalidExamples examples) {
        this.examples = examples;
    }

    @Override
    public List<Failure> failures(List<Exchange> exchanges) {
        Optional<Operation> operation = exchanges.stream()
                .flatMap(exchange -> exchange.asked().answering().stream())
                .findFirst();
        return operation.map(examples::of).orElse(List.of()).stream()
                .map(ExamplesAreValid::failure)
                .toList();
    }

    private static Failure failure(Contradiction wrong) {
        String which = wrong.name().isEmpty() ? "A documented example" : "The documented example " + wrong.name();
        return new Failure(
                CheckId.EXAMPLE_MATCHES_SCHEMA.id(),
                wrong.asked(),
                which + " of a request contradicts its schema, and was not sent as valid: "
                        + wrong.violation().place() + " (" + wrong.violation().rule() + ").",
                wrong.violation().expected(),
                wrong.violation().received(),
                wrong.node(),
                Blame.DOCUMENT);
    }
}
