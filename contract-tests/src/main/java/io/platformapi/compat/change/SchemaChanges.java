package io.platformapi.compat.change;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.source.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is written differently in the schemas of two documents, found by walking them side by side. Each pair of
 * places is looked at once, whoever leads to it.
 */
public final class SchemaChanges {

    private final SchemaReading.Dialect old;
    private final SchemaReading.Dialect fresh;
    private final Map<String, Spot> spots = new HashMap<>();

    public SchemaChanges(SchemaReading.Dialect old, SchemaReading.Dialect fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    /** A pair of schemas that was looked at, and those that it leads to, once somebody has gone there. */
    private static final class Spot {
        private final SchemaLook look;
        private final List<Way> next = new ArrayList<>();
        private boolean followed;
        private boolean settled;
        private boolean fine;

        private Spot(SchemaLook look) {
            this.look = look;
        }

        /** Whether it is known that a change is here, or is reached by the next step. */
        private boolean leads() {
            return !look.changes().isEmpty() || next.stream().anyMatch(way -> way.spot().settled && !way.spot().fine);
        }
    }

    private record Way(Spot spot, String path, String within) {}

    /** The changes from a pair of schemas on, the nearest first, each by the shortest way to it. */
    public List<SchemaChange> between(SchemaChange.Pair schemas) {
        List<SchemaChange> found = new ArrayList<>();
        Set<Spot> passed = new LinkedHashSet<>();
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(spot(schemas), "", "")));
        while (!open.isEmpty()) {
            Way way = open.poll();
            if (!way.spot().fine && passed.add(way.spot())) {
                way.spot().look.changes().forEach(each -> found.add(each.below(way.path(), way.within())));
                next(way.spot()).stream()
                        .filter(step -> !step.spot().fine && !passed.contains(step.spot()))
                        .forEach(step -> open.add(inside(way, step)));
            }
        }
        settle(passed.stream().filter(spot -> !spot.settled).toList());
        return found;
    }

    private static void settle(List<Spot> fresh) {
        Set<Spot> leading = leadingToChanges(fresh);
        for (Spot spot : fresh) {
            spot.settled = true;
            spot.fine = !leading.contains(spot);
        }
    }

    private List<Way> next(Spot spot) {
        if (!spot.followed) {
            spot.followed = true;
            spot.look.steps().forEach(step -> spot.next.add(new Way(spot(step.to()), step.path(), step.within())));
        }
        return spot.next;
    }

    /** Those of some spots from which a change is reached; whoever comes to the others again need not go on. */
    private static Set<Spot> leadingToChanges(List<Spot> fresh) {
        Map<Spot, List<Spot>> before = new HashMap<>();
        fresh.forEach(spot -> spot.next.forEach(step ->
                before.computeIfAbsent(step.spot(), any -> new ArrayList<>()).add(spot)));
        Set<Spot> leading = new HashSet<>();
        Deque<Spot> open = new ArrayDeque<>();
        fresh.stream().filter(Spot::leads).forEach(open::add);
        while (!open.isEmpty()) {
            Spot spot = open.poll();
            if (leading.add(spot)) {
                open.addAll(before.getOrDefault(spot, List.of()));
            }
        }
        return leading;
    }

    private static Way inside(Way way, Way step) {
        String within = way.within().isEmpty() ? step.within() : way.within();
        return new Way(step.spot(), way.path() + step.path(), within);
    }

    /** Whether a schema of either document has a keyword, in whatever part of it. */
    public boolean said(Node schema, String keyword) {
        return FlatSchema.of(schema, old).keyword(keyword).exists()
                || FlatSchema.of(schema, fresh).keyword(keyword).exists();
    }

    private Spot spot(SchemaChange.Pair schemas) {
        return spots.computeIfAbsent(
                schemas.places(),
                places -> new Spot(
                        new SchemaLook(FlatSchema.of(schemas.before(), old), FlatSchema.of(schemas.after(), fresh))
                                .look()));
    }
}
