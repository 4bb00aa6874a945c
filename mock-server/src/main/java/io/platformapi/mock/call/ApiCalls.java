package io.platformapi.mock.call;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.RequestExamples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that an API sends by itself, in the order of its document. Safe for many threads. */
public final class ApiCalls {

    private final List<ApiCall> all;

    private ApiCalls(List<ApiCall> all) {
        this.all = List.copyOf(all);
    }

    /** Those of a contract. What is called because of the answer to a callback is none of them. */
    public static ApiCalls of(Contract contract) {
        List<ApiCall> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Operation owner : contract.operations()) {
            owner.callbacks()
                    .forEach(callback -> all.add(new ApiCall(
                            id(callback.operation(), owner.id() + "." + callback.name(), ids),
                            callback.name(),
                            Optional.of(owner.id()),
                            callback.operation())));
        }
        for (Operation webhook : contract.webhooks()) {
            String name = webhook.path().text();
            all.add(new ApiCall(id(webhook, name, ids), name, Optional.empty(), webhook));
        }
        return new ApiCalls(all);
    }

    /** Its own id, or a name that no other has. */
    private static String id(Operation operation, String name, Set<String> taken) {
        String wanted = operation.node().member("operationId").exists() ? operation.id() : name;
        String id = wanted;
        for (int number = 2; !taken.add(id); number++) {
            id = wanted + " " + number;
        }
        return id;
    }

    public List<ApiCall> all() {
        return all;
    }

    /** The call of an id. */
    public Optional<ApiCall> call(String id) {
        return all.stream().filter(call -> call.id().equals(id)).findFirst();
    }

    /** The callbacks of an operation. */
    public List<ApiCall> of(Operation operation) {
        return all.stream()
                .filter(call -> call.of().equals(Optional.of(operation.id())))
                .toList();
    }

    /** The names of the examples of a call's request; none where it has no name. */
    public static List<String> examples(ApiCall call) {
        return RequestExamples.names(call.operation()).stream()
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
    }
}
