package io.platformapi.verify.cases;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Sends values nobody thought of: valid ones, and each broken once; the same for the same seed. */
final class RandomValues implements CaseSource {

    private final Inputs inputs;
    private final RequestWriter writer;
    private final Oracle oracle;
    private final BrokenValues broken;
    private final Budget budget;

    RandomValues(Inputs inputs, RequestWriter writer, Oracle oracle, Budget budget) {
        this.inputs = inputs;
        this.writer = writer;
        this.oracle = oracle;
        this.broken = new BrokenValues(inputs, writer, oracle);
        this.budget = budget;
    }

    @Override
    public List<Case> cases(Operation operation) {
        Random random = new Random(budget.seed() ^ operation.id().hashCode());
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < budget.random(); i++) {
            String source = "random/" + i;
            Optional<Input> input =
                    inputs.random(operation, random).filter(made -> oracle.isValid(operation, writer.request(made)));
            input.ifPresent(valid -> {
                cases.add(valid(operation, source, writer.request(valid)));
                List<Case> flawed = broken.cases(valid, source);
                if (!flawed.isEmpty()) {
                    cases.add(flawed.get(random.nextInt(flawed.size())));
                }
            });
        }
        return cases;
    }

    private static Case valid(Operation operation, String source, HttpRequest request) {
        return new Case(
                operation.id() + "/" + source,
                operation.toString(),
                operation,
                request,
                Expected.answered("a valid request"),
                operation.node());
    }
}
