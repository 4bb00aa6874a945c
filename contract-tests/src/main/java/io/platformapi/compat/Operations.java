package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches the operations of two editions: by method, and by path whatever its variables are called. Where several match
 * the same requests, as generated documents have it, each finds the partner most like it, and none is left out.
 *
 * @param flow which way requests go
 * @param kind the word for what is matched: {@code operation}, {@code webhook}, {@code callback}
 */
record Operations(Comparison comparison, Flow flow, String kind) {

    void compare(List<Operation> before, List<Operation> after) {
        Map<String, List<Operation>> olds = byPlace(before);
        Map<String, List<Operation>> freshes = byPlace(after);
        olds.forEach((place, group) -> {
            List<Operation> successors = freshes.getOrDefault(place, List.of());
            if (successors.isEmpty()) {
                group.forEach(this::removed);
            } else {
                new Partners(group, successors).each(new OperationComparison(comparison, flow)::compare, this::added);
            }
        });
        freshes.forEach((place, group) -> {
            if (!olds.containsKey(place)) {
                group.forEach(this::added);
            }
        });
    }

    private static Map<String, List<Operation>> byPlace(List<Operation> operations) {
        Map<String, List<Operation>> places = new LinkedHashMap<>();
        operations.forEach(
                each -> places.computeIfAbsent(each.method() + " " + each.path().shape(), ignored -> new ArrayList<>())
                        .add(each));
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
