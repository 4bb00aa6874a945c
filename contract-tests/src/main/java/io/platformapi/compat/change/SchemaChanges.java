package io.platformapi.compat.change;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.source.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
    private final Map<List<String>, Spot> spots = new HashMap<>();

    public SchemaChanges(SchemaReading.Dialect old, SchemaReading.Dialect fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    /** A pair of schemas that was looked at. */
    private static final class Spot {
        private final SchemaLook look;
        private boolean fine;

        private Spot(SchemaLook look) {
            this.look = look;
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
                way.spot().look.steps().forEach(step -> open.add(inside(way, step)));
            }
        }
        if (found.isEmpty()) {
            passed.forEach(spot -> spot.fine = true);
        }
        return found;
    }

    private Way inside(Way way, SchemaLook.Step step) {
        String within = way.within().isEmpty() ? step.within() : way.within();
        return new Way(spot(step.to()), way.path() + step.path(), within);
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
