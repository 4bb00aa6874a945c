package io.platformapi.mock.memory;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a mock of a document remembers: the kinds of things, what each operation does with them, and what there is at
 * the beginning. Immutable; made once for a contract.
 */
public final class MemoryPlan {

    private final List<Operation> operations;
    private final List<Holding> holdings;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final State beginning;

    private MemoryPlan(Contract contract, List<Holding> holdings) {
        this.operations = contract.operations();
        this.holdings = holdings;
        contract.operations().forEach(operation -> task(operation).ifPresent(task -> tasks.put(operation.id(), task)));
        this.beginning = new Beginning(holdings).state();
    }

    /**
     * What is inferred from a contract.
     *
     * @param corrections a file that knows better
     * @param data a file with the things that there are at the beginning, in the place of those of the examples
     * @throws io.platformapi.contract.source.UnreadableDocument if a file is not there or does not go with the contract
     */
    public static MemoryPlan of(Contract contract, Optional<Path> corrections, Optional<Path> data) {
        Corrections known = corrections
                .map(file -> Corrections.read(file.toString(), contract))
                .orElse(Corrections.NONE);
        MemoryPlan plan = new MemoryPlan(contract, Inference.of(contract, known));
        return data.map(file -> plan.beginningWith(file)).orElse(plan);
    }

    private MemoryPlan(MemoryPlan other, State beginning) {
        this.operations = other.operations;
        this.holdings = other.holdings;
        this.tasks.putAll(other.tasks);
        this.beginning = beginning;
    }

    private MemoryPlan beginningWith(Path file) {
        return new MemoryPlan(this, ThingsFile.read(file.toString(), this));
    }

    private Optional<Task> task(Operation operation) {
        List<Holding> ancestors = ancestors(operation);
        for (Holding holding : holdings) {
            for (Map.Entry<Deed, Operation> deed : holding.operations().entrySet()) {
                if (deed.getValue() == operation) {
                    return Optional.of(new Task(operation, deed.getKey(), holding, ancestors, Map.of()));
                }
            }
        }
        return Views.task(operation, holdings, ancestors)
                .or(() -> ancestors.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Task(
                                operation, Deed.ACT, ancestors.get(ancestors.size() - 1), ancestors, Map.of())));
    }

    /**
     * The collections in whose things an operation's path lies: whether one is there, clients have to be able to tell.
     */
    private List<Holding> ancestors(Operation operation) {
        String shape = Inference.shape(operation.path().segments());
        List<Holding> found = new ArrayList<>();
        for (Holding holding : holdings) {
            String item = Inference.shape(holding.path().segments()) + "/{}";
            boolean below = shape.startsWith(item + "/") || shape.startsWith(item + ":");
            if (!holding.isSingle() && holding.canBegin() && below) {
                found.add(holding);
            }
        }
        return found;
    }

    Optional<Task> task(String operation) {
        return Optional.ofNullable(tasks.get(operation));
    }

    State beginning() {
        return beginning;
    }

    List<Holding> holdings() {
        return holdings;
    }

    /** What was inferred, for people: a line for each kind of things, and one for each of its operations. */
    public Stream<String> lines() {
        return Stream.concat(
                holdings.stream().flatMap(this::lines),
                Stream.concat(
                        others(
                                "answered as documented, where the thing is there:",
                                task -> task.filter(known -> known.deed() == Deed.ACT)
                                        .isPresent()),
                        others("not remembered, answered as documented:", Optional::isEmpty)));
    }

    private Stream<String> others(String title, Predicate<Optional<Task>> meant) {
        List<String> lines = operations.stream()
                .filter(operation -> meant.test(task(operation.id())))
                .map(operation -> "    " + operation)
                .toList();
        return lines.isEmpty() ? Stream.empty() : Stream.concat(Stream.of(title), lines.stream());
    }

    private Stream<String> lines(Holding holding) {
        String id = holding.isSingle()
                ? "the only one"
                : holding.id().map(name -> "id: " + name).orElse("id: in the path alone");
        Stream<String> operations = tasks.values().stream()
                .filter(task -> task.holding() == holding && task.deed() != Deed.ACT)
                .map(task -> "    " + task.deed().word() + "  " + task.operation() + Views.told(task) + query(task));
        return Stream.concat(
                Stream.of(holding.path() + "  " + id + ", "
                        + beginning.of(holding).size() + " to begin with"),
                operations);
    }

    private static String query(Task task) {
        if (task.deed() != Deed.LIST) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        task.operation().parameters().stream()
                .filter(parameter -> parameter.in() == io.platformapi.contract.In.QUERY)
                .forEach(parameter -> parts.add(
                        parameter.name() + ": " + QueryPart.words().get(QueryPart.of(parameter, task.holding()))));
        return parts.isEmpty() ? "" : "  (" + String.join(", ", parts) + ")";
    }
}
