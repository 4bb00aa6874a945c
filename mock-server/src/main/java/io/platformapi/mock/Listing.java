package io.platformapi.mock;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.mock.call.ApiCall;
import io.platformapi.mock.call.ApiCalls;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations of a contract as text, each with its statuses, the names of their examples, and the callbacks that
 * follow; then its webhooks.
 */
final class Listing {

    private Listing() {}

    static Stream<String> lines(Contract contract) {
        ApiCalls calls = ApiCalls.of(contract);
        Stream<String> webhooks = calls.all().stream()
                .filter(call -> call.of().isEmpty())
                .map(call -> "webhook " + call.name() + "  " + line(call));
        return Stream.concat(
                contract.operations().stream().flatMap(operation -> lines(operation, calls)),
                webhooks.map(String::stripTrailing));
    }

    private static Stream<String> lines(Operation operation, ApiCalls calls) {
        boolean named = operation.node().member("operationId").exists();
        String title = named ? operation + "  " + operation.id() : operation.toString();
        Stream<String> callbacks = calls.of(operation).stream()
                .map(call -> ("    callback " + call.name() + "  " + line(call)).stripTrailing());
        return Stream.of(
                        Stream.of(title),
                        operation.responses().values().stream().map(Listing::line),
                        callbacks)
                .flatMap(each -> each);
    }

    /** What is sent, under which id it can be asked for, and the names of its examples. */
    private static String line(ApiCall call) {
        String address = call.address().map(where -> " " + where).orElse("");
        String id = call.id().equals(call.name()) ? "" : "  " + call.id();
        return call.operation().method() + address + id + "  " + String.join(", ", ApiCalls.examples(call));
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
