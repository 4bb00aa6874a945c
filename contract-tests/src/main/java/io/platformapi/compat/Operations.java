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
 * @param kind what is matched
 */
record Operations(Comparison comparison, Flow flow, Kind kind) {

    /** What is matched, and what is found where it has no partner. */
    enum Kind {
        OPERATION("operation", Change.OPERATION_REMOVED, Change.OPERATION_ADDED),
        WEBHOOK("webhook", Change.WEBHOOK_REMOVED, Change.WEBHOOK_ADDED),
        CALLBACK("callback", Change.CALLBACK_REMOVED, Change.CALLBACK_ADDED);

        private final String word;
        private final Change removed;
        private final Change added;

        Kind(String word, Change removed, Change added) {
            this.word = word;
            this.removed = removed;
            this.added = added;
        }
    }

    void compare(List<Operation> before, List<Operation> after) {
        new SideBySide<>(byPlace(before), byPlace(after))
                .each(
                        group -> group.forEach(this::removed),
                        (group, successors) -> new Partners(group, successors)
                                .each(new OperationComparison(comparison, flow)::compare, this::added),
                        group -> group.forEach(this::added));
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
                                old,
                                OperationComparison.breaking(kind.removed.id(), old, "The " + kind.word + " is gone.")),
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
                OperationComparison.note(kind.added.id(), fresh, "The " + kind.word + " is new."),
                nowhere,
                fresh.node());
    }
}
