package io.platformapi.compat.schema.telling;

import io.platformapi.compat.schema.shape.ArrayAssertion;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import io.platformapi.compat.schema.shape.ReferencedSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema and the place it is written at. What two places say may be equal; they are two places all the same.
 *
 * @param pointer where the schema is written, at the end of all references that say nothing else
 */
public record Placed(Conjunction shape, String pointer) {

    public static Placed of(Conjunction shape, String pointer) {
        Placed placed = new Placed(shape, pointer);
        for (int i = 0; i < 100; i++) {
            ReferencedSchema target = placed.shape().target();
            if (target == null) {
                return placed;
            }
            placed = new Placed(target.shape(), target.pointer());
        }
        return placed;
    }

    /** What the schema asserts, references followed, each assertion as a schema of its own. */
    public Map<PlacedAssertion, Conjunction> assertions() {
        Map<PlacedAssertion, Conjunction> parts = new LinkedHashMap<>();
        collect(shape, parts, new HashSet<>());
        return parts;
    }

    private static void collect(
            Conjunction shape, Map<PlacedAssertion, Conjunction> parts, Set<ReferencedSchema> passed) {
        for (Conjunction single : shape.singles()) {
            PlacedAssertion part = single.parts().get(0);
            ReferencedSchema target = part.target();
            if (target == null) {
                parts.put(part, single);
            } else if (passed.add(target)) {
                collect(target.shape(), parts, passed);
            }
        }
    }

    /** What is said of a member by name. */
    public Placed member(String name) {
        List<PlacedAssertion> about = new ArrayList<>();
        String place = pointer;
        for (PlacedAssertion part : assertions().keySet()) {
            if (part.assertion() instanceof ObjectAssertion.Property property
                    && property.name().equals(name)) {
                about.addAll(property.schema().parts());
                place = part.pointer();
            }
        }
        return of(new Conjunction(about), place);
    }

    /** What is said of an item. */
    public Placed item(int index) {
        List<PlacedAssertion> about = new ArrayList<>();
        String place = pointer;
        for (PlacedAssertion part : assertions().keySet()) {
            if (part.assertion() instanceof ArrayAssertion.Items items && items.from() <= index) {
                about.addAll(items.schema().parts());
                place = part.pointer();
            } else if (part.assertion() instanceof ArrayAssertion.Item item && item.index() == index) {
                about.addAll(item.schema().parts());
                place = part.pointer();
            }
        }
        return of(new Conjunction(about), place);
    }

    /**
     * Where this schema says what another says by a keyword: at the same keyword, else at the schema that is written
     * where the other's is, else at this one.
     */
    public String counterpart(PlacedAssertion other) {
        String home = other.home();
        String found = null;
        for (PlacedAssertion part : assertions().keySet()) {
            boolean same = part.keyword().equals(other.keyword())
                    && part.assertion().subject().equals(other.assertion().subject());
            if (same && part.home().equals(home)) {
                return home;
            }
            found = same && found == null ? part.home() : found;
        }
        boolean beside =
                assertions().keySet().stream().anyMatch(part -> part.home().equals(home));
        return found != null ? found : beside ? home : pointer;
    }
}
