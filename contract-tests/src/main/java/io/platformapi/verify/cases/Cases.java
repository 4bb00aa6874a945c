package io.platformapi.verify.cases;

import io.platformapi.contract.Contract;
import io.platformapi.contract.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every case for a contract, in the order they are sent.
 *
 * <ol>
 *   <li>The documented examples, so that a server is seen as it is before anything else was tried.
 *   <li>What HTTP itself refuses.
 *   <li>Each value of the first valid example, broken in every way its schema speaks of.
 *   <li>Made-up values, valid and broken.
 * </ol>
 */
public final class Cases {

    private final Budget budget;
    private final DocumentedExamples examples;
    private final Protocol protocol;
    private final BrokenValues broken;
    private final RandomValues random;

    public Cases(Contract contract, Credentials credentials, Budget budget) {
        RequestWriter writer = new RequestWriter(contract.dialect().formats(), credentials);
        Inputs inputs = new Inputs(writer);
        Oracle oracle = new Oracle(contract);
        this.budget = budget;
        this.examples = new DocumentedExamples(inputs, writer, oracle);
        this.protocol = new Protocol(contract, credentials, examples);
        this.broken = new BrokenValues(inputs, writer, oracle);
        this.random = new RandomValues(inputs, writer, oracle, budget);
    }

    /** The cases that are for no operation. */
    public List<Case> beside() {
        return List.of(protocol.unknownPath());
    }

    /** The cases for one operation; none where no valid request can be made up, or where a fragment tells it apart. */
    public List<Case> of(Operation operation) {
        if (operation.path().text().contains("#")) {
            return List.of();
        }
        List<Case> valid = examples.cases(operation);
        if (valid.isEmpty()) {
            return List.of();
        }
        return Stream.of(valid, protocol.cases(operation), some(broken.cases(operation)), random.cases(operation))
                .flatMap(List::stream)
                .toList();
    }

    /** As many as the budget allows, spread over all of them, in their order. */
    private List<Case> some(List<Case> all) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
        Collections.shuffle(places, new Random(budget.seed()));
        return places.stream()
                .limit(budget.derived())
                .sorted(Comparator.naturalOrder())
                .map(all::get)
                .toList();
    }
}
