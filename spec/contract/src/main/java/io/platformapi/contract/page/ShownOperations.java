package io.platformapi.contract.page;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.RequestExamples;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations of a contract as people are shown them: each once, and what only reads by GET where it can. */
public final class ShownOperations {

    private final Contract contract;
    private final Map<String, Map<String, Operation>> paths;

    public ShownOperations(Contract contract) {
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

    /** Those that are shown, in the order of the document. */
    public List<Operation> shown() {
        return contract.operations().stream()
                .filter(operation -> target(operation).equals(operation.id()))
                .map(this::asRead)
                .toList();
    }

    /** The ids of an operation that is shown and of those of its path that do the same by other methods. */
    public List<String> ids(Operation shown) {
        String target = target(shown);
        return siblings(shown).values().stream()
                .filter(operation -> target(operation).equals(target))
                .map(Operation::id)
                .toList();
    }

    /**
     * Requests of an operation that can be sent as they stand: those that the document shows; one with made-up values
     * where it shows none, and none where no values can be made.
     */
    public List<SampleRequest> samples(Operation operation, Credential credential) {
        Set<String> names = RequestExamples.names(operation);
        List<SampleRequest> shown = (names.isEmpty() ? Set.of("") : names)
                .stream()
                        .flatMap(name -> new SampleCall(contract, operation, name, Optional.empty())
                                .request(credential).stream())
                        .toList();
        return shown.isEmpty()
                ? new SampleCall(contract, operation, "", Optional.of(Sampler.ofRequests(Whim.FIRST)))
                        .request(credential).stream().toList()
                : shown;
    }

    private String target(Operation operation) {
        return contract.dialect()
                .target(Route.Found.to(operation, siblings(operation)))
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
