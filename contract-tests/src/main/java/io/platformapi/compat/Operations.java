package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
        Map<String, List<Operation>> olds = byPlace(before);
        Map<String, List<Operation>> freshes = byPlace(after);
        if (kind == Kind.OPERATION) {
            moved(olds, freshes);
        }
        new SideBySide<>(olds, freshes)
                .each(
                        group -> group.forEach(this::removed),
                        (group, successors) -> new Partners(group, successors)
                                .each(new OperationComparison(comparison, flow)::compare, this::added),
                        group -> group.forEach(this::added));
    }

    private Map<String, List<Operation>> byPlace(List<Operation> operations) {
        Map<String, List<Operation>> places = new LinkedHashMap<>();
        operations.forEach(each -> places.computeIfAbsent(each.method() + " " + place(each), key -> new ArrayList<>())
                .add(each));
        return places;
    }

    /** What is in braces has any name in a path; in the address of a callback it says where that is found. */
    private String place(Operation operation) {
        return kind == Kind.CALLBACK
                ? operation.path().text()
                : operation.path().shape();
    }

    /** Finds operations whose path is another one, but not with the address of the server before it. */
    private static void moved(Map<String, List<Operation>> olds, Map<String, List<Operation>> freshes) {
        Map<Set<String>, String> alone = new HashMap<>();
        freshes.forEach((place, group) -> {
            if (!olds.containsKey(place)) {
                alone.put(addresses(group.get(0)), place);
            }
        });
        olds.forEach((place, group) -> {
            String now = freshes.containsKey(place) ? null : alone.remove(addresses(group.get(0)));
            if (now != null) {
                freshes.put(place, Objects.requireNonNull(freshes.remove(now)));
            }
        });
    }

    /** Where requests for an operation go, by any of its servers. */
    private static Set<String> addresses(Operation operation) {
        String path = operation.path().shape();
        List<String> servers = operation.servers().isEmpty()
                ? List.of("")
                : operation.servers().stream()
                        .flatMap(server -> new ServedAddresses(server).all().stream())
                        .toList();
        return servers.stream()
                .map(server -> operation.method() + " " + server + path)
                .collect(Collectors.toSet());
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
