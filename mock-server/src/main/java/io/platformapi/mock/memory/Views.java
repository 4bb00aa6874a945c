package io.platformapi.mock.memory;

import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.PathTemplate.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Paths that show a part of a collection that has a path of its own: {@code /owners/{id}/pets} of {@code /pets}, by the
 * member {@code ownerId}, and {@code /pets/findByStatus}, by its query.
 */
final class Views {

    private Views() {}

    /** What an operation at such a path does. */
    static Optional<Task> task(Operation operation, List<Holding> holdings, List<Holding> ancestors) {
        PathTemplate path = operation.path();
        String noun = Holding.noun(path);
        return holdings.stream()
                .filter(holding -> !holding.isSingle() && holding.depth() == 0)
                .flatMap(holding -> view(operation, noun, holding, ancestors).stream())
                .findFirst();
    }

    private static Optional<Task> view(Operation operation, String noun, Holding holding, List<Holding> ancestors) {
        boolean listing = operation.method().equals("GET")
                && Inference.answers(operation)
                        .anyMatch(content -> Inlay.list(content.schema(), holding.noun(), Optional.of(holding.schema()))
                                .filter(list -> isSame(list, holding))
                                .isPresent());
        if (operation.path().variables().isEmpty()) {
            String own = Inference.shape(holding.path().segments()) + "/";
            boolean finds = Inference.shape(operation.path().segments()).startsWith(own);
            return listing && finds && isFinder(operation, holding)
                    ? Optional.of(new Task(operation, Deed.LIST, holding, ancestors, Map.of()))
                    : Optional.empty();
        }
        boolean making = operation.method().equals("POST")
                && Words.sameNoun(noun, holding.noun())
                && Inference.answers(operation)
                        .anyMatch(content -> Inlay.thing(content.schema(), noun, holding.schema())
                                .filter(thing -> isSame(thing, holding))
                                .isPresent());
        Map<Integer, String> bonds = bonds(operation.path(), holding);
        boolean bound = bonds.size() == operation.path().variables().size() && endsInWord(operation.path());
        return bound && (listing && Words.sameNoun(noun, holding.noun()) || making)
                ? Optional.of(new Task(operation, listing ? Deed.LIST : Deed.CREATE, holding, ancestors, bonds))
                : Optional.empty();
    }

    private static boolean isFinder(Operation operation, Holding holding) {
        return operation.parameters().stream()
                .anyMatch(parameter -> QueryPart.of(parameter, holding) == QueryPart.FILTER);
    }

    private static boolean endsInWord(PathTemplate path) {
        List<Segment> segments = path.segments();
        return segments.get(segments.size() - 1).variables().isEmpty();
    }

    private static boolean isSame(Inlay inlay, Holding holding) {
        io.platformapi.contract.schema.Schema schema =
                inlay.schema().is(io.platformapi.contract.schema.Type.ARRAY) ? inlay.item() : inlay.schema();
        return ThingMembers.alike(schema, holding.schema());
    }

    private static Map<Integer, String> bonds(PathTemplate path, Holding holding) {
        Map<Integer, String> bonds = new HashMap<>();
        List<String> variables = path.variables();
        for (int i = 0; i < variables.size(); i++) {
            int position = i;
            ThingMembers.belonging(holding.schema(), variables.get(i), Beginning.nounBefore(path, i))
                    .ifPresent(member -> bonds.put(position, member));
        }
        return bonds;
    }

    /** The words of a line on what a view shows. */
    static String told(Task task) {
        return task.isView()
                ? "  (those whose "
                        + task.bonds().entrySet().stream()
                                .map(bond -> bond.getValue() + " is the "
                                        + task.operation().path().variables().get(bond.getKey()))
                                .collect(Collectors.joining(" and "))
                        + ")"
                : "";
    }
}
