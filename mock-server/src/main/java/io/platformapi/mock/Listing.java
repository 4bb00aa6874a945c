package io.platformapi.mock;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.dialect.Contract;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of a contract as text, each with its statuses and the names of their examples. */
final class Listing {

    private Listing() {}

    static Stream<String> lines(Contract contract) {
        return contract.operations().stream().flatMap(Listing::lines);
    }

    private static Stream<String> lines(Operation operation) {
        boolean named = operation.node().member("operationId").exists();
        String title = named ? operation + "  " + operation.id() : operation.toString();
        return Stream.concat(
                Stream.of(title), operation.responses().values().stream().map(Listing::line));
    }

    private static String line(Response response) {
        String names = response.contents().stream()
                .flatMap(content -> content.examples().keySet().stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return ("    " + response.key() + "  " + names).stripTrailing();
    }
}
