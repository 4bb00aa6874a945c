package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.layout.Kind;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares an operation with its successor.
 *
 * @param flow which way its requests go: to the server, or from it as webhooks and callbacks do
 */
record OperationComparison(Comparison comparison, Flow flow) {

    void compare(Operation before, Operation after) {
        comparison.begin();
        new ParameterComparison(comparison, flow).compare(before, after);
        new BodyComparison(comparison, flow).compare(before, after);
        new ResponseComparison(comparison, flow.answer()).compare(before, after);
        new Lifecycle(comparison).compare(before, after);
        new TextComparison(comparison).operation(before, after);
        comparison.unread().compare(before.toString(), Kind.OPERATION, before.node(), after.node());
        if (flow == Flow.INCOMING) {
            new SecurityComparison(comparison).compare(before, after);
            new ServerComparison(comparison).compare(before, after);
            callbacks(before, after);
        } else {
            new SecurityComparison(comparison).compareSent(before, after);
        }
    }

    private void callbacks(Operation before, Operation after) {
        Operations called = new Operations(comparison, flow.answer(), Operations.Kind.CALLBACK);
        Stream.concat(before.callbacks().stream(), after.callbacks().stream())
                .map(Operation.Callback::name)
                .distinct()
                .forEach(name -> comparison.within(
                        before + " callback " + name,
                        () -> called.compare(callbacks(before, name), callbacks(after, name))));
    }

    private static List<Operation> callbacks(Operation operation, String name) {
        return operation.callbacks().stream()
                .filter(each -> each.name().equals(name))
                .map(Operation.Callback::operation)
                .toList();
    }

    static Finding breaking(String id, Operation operation, String message) {
        return Finding.of(id, Level.ERROR, operation.toString(), message);
    }

    /** What breaks with a witness, or harms nobody. */
    static Finding found(boolean breaks, String id, Operation operation, String message, String witness) {
        return breaks
                ? breaking(id, operation, message).provedBy(List.of(new Evidence(Evidence.WITNESS, witness)))
                : note(id, operation, message);
    }

    static Finding note(String id, Operation operation, String message) {
        return Finding.of(id, Level.NOTE, operation.toString(), message);
    }
}
