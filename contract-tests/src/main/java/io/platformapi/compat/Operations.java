package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches the operations of two editions: by method, and by path whatever its variables are called.
 *
 * @param flow which way requests go
 * @param kind the word for what is matched: {@code operation}, {@code webhook}, {@code callback}
 */
record Operations(Comparison comparison, Flow flow, String kind) {

    void compare(List<Operation> before, List<Operation> after) {
        Map<String, Operation> left = byPlace(after);
        byPlace(before).forEach((place, old) -> {
            Operation successor = left.remove(place);
            if (successor == null) {
                removed(old);
            } else {
                new OperationComparison(comparison, flow).compare(old, successor);
            }
        });
        left.values().forEach(this::added);
    }

    private static Map<String, Operation> byPlace(List<Operation> operations) {
        Map<String, Operation> places = new LinkedHashMap<>();
        operations.forEach(
                each -> places.putIfAbsent(each.method() + " " + each.path().shape(), each));
        return places;
    }

    private void removed(Operation old) {
        Node nowhere = comparison
                .fresh()
                .contract()
                .document()
                .member("paths")
                .member(old.path().text());
        comparison.report(
                new Lifecycle(comparison)
                        .removal(
                                old, OperationComparison.breaking(kind + "-removed", old, "The " + kind + " is gone.")),
                old.node(),
                nowhere);
    }

    private void added(Operation fresh) {
        Node nowhere = comparison
                .old()
                .contract()
                .document()
                .member("paths")
                .member(fresh.path().text());
        comparison.report(
                OperationComparison.note(kind + "-added", fresh, "The " + kind + " is new."), nowhere, fresh.node());
    }
}
