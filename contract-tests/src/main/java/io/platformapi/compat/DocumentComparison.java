package io.platformapi.compat;

import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.source.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what stands in the document and its path items beside the operations, and nothing looks at. */
record DocumentComparison(Comparison comparison) {

    void compare() {
        comparison
                .unread()
                .compare(
                        "the document",
                        Kind.DOCUMENT,
                        comparison.old().contract().document(),
                        comparison.fresh().contract().document());
        for (String map : List.of("paths", "webhooks")) {
            Map<String, Node> olds = items(comparison.old(), map);
            Map<String, Node> freshes = items(comparison.fresh(), map);
            Set<String> paths = new LinkedHashSet<>(olds.keySet());
            paths.addAll(freshes.keySet());
            paths.forEach(path -> compare(path, olds.get(path), freshes.get(path)));
        }
    }

    private void compare(String path, @Nullable Node old, @Nullable Node fresh) {
        Node nothing = comparison.fresh().contract().document().member("no such member");
        comparison.unread().compare(path, Kind.PATH_ITEM, old == null ? nothing : old, fresh == null ? nothing : fresh);
        if (old != null && fresh != null) {
            new TextComparison(comparison).path(path, old, fresh);
        }
    }

    private static Map<String, Node> items(Edition edition, String map) {
        Map<String, Node> items = new LinkedHashMap<>();
        edition.contract().document().member(map).members().forEach((path, item) -> {
            if (!path.startsWith("x-")) {
                items.put(path, item.resolved());
            }
        });
        return items;
    }
}
