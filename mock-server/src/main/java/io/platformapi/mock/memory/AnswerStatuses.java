package io.platformapi.mock.memory;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The statuses that an operation documents. */
record AnswerStatuses(Operation operation) {

    boolean has(int status) {
        return operation.responses().containsKey(String.valueOf(status));
    }

    /** The first of the best that the operation documents, else its lowest success; the very best where it has none. */
    int success(Integer... best) {
        List<Integer> documented = operation.responses().values().stream()
                .map(Response::key)
                .filter(key -> key.startsWith("2"))
                .map(key -> key.endsWith("X") || key.endsWith("x") ? best[0] : Integer.valueOf(key))
                .sorted()
                .toList();
        return Stream.concat(Arrays.stream(best).filter(documented::contains), documented.stream())
                .findFirst()
                .orElse(best[0]);
    }
}
