package io.platformapi.contract.page;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.dialect.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The operations of a contract as people are shown them: each once, and what only reads by GET where it can. */
final class ShownOperations {

    private final Contract contract;
    private final Map<String, Map<String, Operation>> paths;

    ShownOperations(Contract contract) {
        this.contract = contract;
        this.paths = contract.operations().stream()
                .collect(Collectors.groupingBy(
                        operation -> operation.path().text(),
                        LinkedHashMap::new,
                        Collectors.toMap(
                                Operation::method,
                                operation -> operation,
                                (first, same) -> first,
                                LinkedHashMap::new)));
    }

    List<Operation> shown() {
        return contract.operations().stream()
                .filter(operation -> target(operation).equals(operation.id()))
                .map(this::asRead)
                .toList();
    }

    private String target(Operation operation) {
        return contract.dialect()
                .target(new Route.Found(operation, siblings(operation), Map.of(), ""))
                .id();
    }

    private Operation asRead(Operation operation) {
        Operation get = siblings(operation).get("GET");
        return get != null
                        && target(get).equals(operation.id())
                        && contract.dialect().isSafe(operation)
                ? get
                : operation;
    }

    private Map<String, Operation> siblings(Operation operation) {
        return paths.getOrDefault(operation.path().text(), Map.of());
    }
}
