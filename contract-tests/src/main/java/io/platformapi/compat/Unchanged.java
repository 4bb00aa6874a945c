package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.contract.source.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What both editions write the same, and what leads only to such: it means the same, so that nobody need look at it. A
 * release of a large document changes little of it, and one that is split in files nothing.
 */
final class Unchanged {

    private final Edition old;
    private final Edition fresh;
    private final boolean readAlike;
    private final Map<List<String>, Pair> pairs = new HashMap<>();

    Unchanged(Edition old, Edition fresh) {
        this.old = old;
        this.fresh = fresh;
        this.readAlike = version(old).equals(version(fresh))
                && Stream.of("x-dialect", "jsonSchemaDialect")
                        .allMatch(name -> said(old, name).equals(said(fresh, name)));
    }

    /** Major and minor: what keywords mean does not depend on more. */
    private static String version(Edition edition) {
        return said(edition, "openapi").asText().replaceAll("^(\\d+\\.\\d+).*", "$1");
    }

    private static JsonNode said(Edition edition, String name) {
        return edition.contract().document().member(name).json();
    }

    /** Two places, and those that they lead to by references. */
    private static final class Pair {
        private final List<Pair> next = new ArrayList<>();
        private boolean settled;
        private boolean changed;
    }

    private record Way(Pair pair, References.Located was, References.Located is) {}

    /** Whether two values are written the same, and all that they refer to. */
    boolean contains(Node was, Node is) {
        if (!readAlike || was.exists() != is.exists()) {
            return false;
        }
        Pair pair = pair(old.located(was), fresh.located(is));
        if (!pair.settled) {
            settle(new Way(pair, old.located(was), fresh.located(is)));
        }
        return !pair.changed;
    }

    private Pair pair(References.Located was, References.Located is) {
        return pairs.computeIfAbsent(List.of(was.pointer(), is.pointer()), any -> new Pair());
    }

    /** Looks at all that nobody has looked at from here on; what leads to a change has changed. */
    private void settle(Way root) {
        Set<Pair> met = new HashSet<>(Set.of(root.pair()));
        Map<Pair, List<Pair>> before = new HashMap<>();
        Deque<Pair> changed = new ArrayDeque<>();
        Deque<Way> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Way way = open.poll();
            Pair pair = way.pair();
            for (Way next : next(way)) {
                pair.next.add(next.pair());
                before.computeIfAbsent(next.pair(), any -> new ArrayList<>()).add(pair);
                if (!next.pair().settled && met.add(next.pair())) {
                    open.add(next);
                }
            }
            if (pair.changed || pair.next.stream().anyMatch(each -> each.settled && each.changed)) {
                changed.add(pair);
            }
        }
        spread(changed, before);
        met.forEach(each -> each.settled = true);
    }

    private static void spread(Deque<Pair> changed, Map<Pair, List<Pair>> before) {
        Set<Pair> passed = new HashSet<>();
        while (!changed.isEmpty()) {
            Pair pair = changed.poll();
            if (passed.add(pair)) {
                pair.changed = true;
                changed.addAll(before.getOrDefault(pair, List.of()));
            }
        }
    }

    /** Where a pair leads to; none where it differs, which is all there is to know. */
    private List<Way> next(Way way) {
        Optional<List<SameWriting.Step>> led =
                SameWriting.of(new WrittenValue(old, way.was()), new WrittenValue(fresh, way.is()));
        way.pair().changed = led.isEmpty();
        return led.orElse(List.of()).stream()
                .map(step -> new Way(pair(step.was(), step.is()), step.was(), step.is()))
                .toList();
    }
}
