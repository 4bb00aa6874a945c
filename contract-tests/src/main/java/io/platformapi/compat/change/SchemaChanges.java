package io.platformapi.compat.change;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.source.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is written differently in the schemas of two documents, found by walking them side by side. Each pair of
 * places is looked at once, whoever leads to it.
 */
public final class SchemaChanges {

    private final SchemaReading.Dialect old;
    private final SchemaReading.Dialect fresh;
    private final Map<String, Spot> spots = new HashMap<>();
    private int walks;

    public SchemaChanges(SchemaReading.Dialect old, SchemaReading.Dialect fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    /** A pair of schemas that was looked at, and those that it leads to, once somebody has gone there. */
    private static final class Spot {
        private final SchemaLook look;
        private final List<Step> next = new ArrayList<>();
        private boolean followed;
        private boolean settled;
        private boolean fine;
        private int walk;

        private Spot(SchemaLook look) {
            this.look = look;
        }

        /** Whether it is known that a change is here, or is reached by the next step. */
        private boolean leads() {
            return !look.changes().isEmpty()
                    || next.stream().anyMatch(step -> step.spot().settled && !step.spot().fine);
        }

        /** Whether this walk comes here for the first time, and not in vain. */
        private boolean isNew(int number) {
            boolean isNew = walk != number && !fine;
            walk = number;
            return isNew;
        }
    }

    private record Step(Spot spot, String path, String within) {}

    /** A step and those before it; spelled out only where a change is. */
    private record Way(@Nullable Way before, Step step) {

        private List<Step> steps() {
            Deque<Step> steps = new ArrayDeque<>();
            for (Way way = this; way != null; way = way.before) {
                steps.addFirst(way.step);
            }
            return List.copyOf(steps);
        }

        private Stream<SchemaChange> changes() {
            List<SchemaChange> here = step.spot().look.changes();
            if (here.isEmpty()) {
                return Stream.empty();
            }
            List<Step> steps = steps();
            String path = steps.stream().map(Step::path).collect(Collectors.joining());
            String within = steps.stream()
                    .map(Step::within)
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .orElse("");
            return here.stream().map(each -> each.below(path, within));
        }
    }

    /** The changes from a pair of schemas on, the nearest first, each by the shortest way to it. */
    public List<SchemaChange> between(SchemaChange.Pair schemas) {
        walks++;
        List<SchemaChange> found = new ArrayList<>();
        List<Spot> unsettled = new ArrayList<>();
        Deque<Way> open = new ArrayDeque<>();
        Spot first = spot(schemas);
        if (first.isNew(walks)) {
            open.add(new Way(null, new Step(first, "", "")));
        }
        while (!open.isEmpty()) {
            Way way = open.poll();
            Spot spot = way.step().spot();
            way.changes().forEach(found::add);
            if (!spot.settled) {
                unsettled.add(spot);
            }
            next(spot).stream().filter(step -> step.spot().isNew(walks)).forEach(step -> open.add(new Way(way, step)));
        }
        settle(unsettled);
        return found;
    }

    private static void settle(List<Spot> fresh) {
        Set<Spot> leading = leadingToChanges(fresh);
        for (Spot spot : fresh) {
            spot.settled = true;
            spot.fine = !leading.contains(spot);
        }
        fresh.forEach(spot -> spot.next.removeIf(step -> step.spot().fine));
    }

    private List<Step> next(Spot spot) {
        if (!spot.followed) {
            spot.followed = true;
            spot.look.steps().forEach(step -> spot.next.add(new Step(spot(step.to()), step.path(), step.within())));
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
