package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;

/**
 * Compares an operation with its successor.
 *
 * @param flow which way its requests go: to the server, or from it as webhooks and callbacks do
 */
record OperationComparison(Comparison comparison, Flow flow) {

    void compare(Operation before, Operation after) {
        new ParameterComparison(comparison, flow).compare(before, after);
        new BodyComparison(comparison, flow).compare(before, after);
        new ResponseComparison(comparison, flow.answer()).compare(before, after);
        new Lifecycle(comparison).compare(before, after);
        if (flow == Flow.INCOMING) {
            new SecurityComparison(comparison).compare(before, after);
            new ServerComparison(comparison).compare(before, after);
            new Operations(comparison, flow.answer(), "callback").compare(callbacks(before), callbacks(after));
        }
    }

    private static java.util.List<Operation> callbacks(Operation operation) {
        return operation.callbacks().stream().map(Operation.Callback::operation).toList();
    }

    static Finding breaking(String id, Operation operation, String message) {
        return Finding.of(id, Level.ERROR, operation.toString(), message);
    }

    static Finding note(String id, Operation operation, String message) {
        return Finding.of(id, Level.NOTE, operation.toString(), message);
    }
}
