package io.platformapi.verify.cases;

import io.platformapi.contract.Contract;
import io.platformapi.contract.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every case for a contract, in the order they are sent.
 *
 * <ol>
 *   <li>The documented examples, so that a server is seen as it is before anything else was tried.
 *   <li>What HTTP itself refuses.
 *   <li>Each value of the first valid example, broken in every way its schema speaks of, in every type of body.
 *   <li>Made-up values, valid and broken.
 * </ol>
 */
public final class Cases {

    private final Budget budget;
    private final ValidInputs inputs;
    private final DocumentedExamples examples;
    private final Protocol protocol;
    private final BrokenValues broken;
    private final RandomValues random;

    public Cases(Contract contract, Credentials credentials, Budget budget) {
        RequestWriter writer = new RequestWriter(contract.dialect(), credentials);
        Inputs all = new Inputs(writer);
        Oracle oracle = new Oracle(contract);
        this.budget = budget;
        this.inputs = new ValidInputs(all, writer, oracle);
        this.examples = new DocumentedExamples(inputs, contract.dialect());
        this.protocol = new Protocol(contract, credentials, oracle);
        this.broken = new BrokenValues(
                writer, oracle, new ShownTexts(contract.dialect().formats()));
        this.random = new RandomValues(all, inputs, broken, budget);
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
        List<ValidInputs.Group> groups = inputs.of(operation);
        List<Case> valid = examples.cases(groups);
        if (valid.isEmpty()) {
            return List.of();
        }
        return Stream.of(valid, protocol.cases(valid), some(broken.byType(groups)), random.cases(operation))
                .flatMap(List::stream)
                .toList();
    }

    /** As many as the budget allows, spread over all of them, of each type alike, in their order. */
    private List<Case> some(List<List<Case>> byType) {
        Random random = new Random(budget.seed());
        int longest = byType.stream().mapToInt(List::size).max().orElse(0);
        List<List<Case>> shuffled = byType.stream()
                .map(cases -> {
                    List<Case> copy = new ArrayList<>(cases);
                    Collections.shuffle(copy, random);
                    return copy;
                })
                .toList();
        Set<Case> chosen = IntStream.range(0, longest)
                .boxed()
                .flatMap(turn ->
                        shuffled.stream().filter(cases -> turn < cases.size()).map(cases -> cases.get(turn)))
                .limit(budget.derived())
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
        return byType.stream().flatMap(List::stream).filter(chosen::contains).toList();
    }
}
