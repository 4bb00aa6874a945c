package io.platformapi.verify.cases;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Sends values nobody thought of: valid ones, and each broken once; the same for the same seed. */
final class RandomValues {

    private final ExampleValues inputs;
    private final ValidInputs valid;
    private final BrokenValues broken;
    private final Budget budget;

    RandomValues(ExampleValues inputs, ValidInputs valid, BrokenValues broken, Budget budget) {
        this.inputs = inputs;
        this.valid = valid;
        this.broken = broken;
        this.budget = budget;
    }

    List<Case> cases(Operation operation) {
        Random random = new Random(budget.seed() ^ operation.id().hashCode());
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < budget.random(); i++) {
            String source = "random/" + i;
            inputs.random(operation, random)
                    .ifPresent(made -> valid.request(made).ifPresent(request -> {
                        cases.add(valid(made, source, request));
                        List<Break> ways = new ArrayList<>(broken.ways(made, source));
                        Collections.shuffle(ways, random);
                        ways.stream()
                                .flatMap(way -> broken.smallest(way).stream())
                                .findFirst()
                                .ifPresent(cases::add);
                    }));
        }
        return cases;
    }

    private static Case valid(RequestValues made, String source, HttpRequest request) {
        Operation operation = made.operation();
        return new Case(
                operation.id() + "/" + source,
                operation.toString(),
                operation,
                request,
                MadeUpFiles.areIn(made) ? MadeUpFiles.EXPECTED : Expected.answered("a valid request"),
                operation.node());
    }
}
