package io.platformapi.compat.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A schema and the place it is written at. What two places say may be equal; they are two places all the same.
 *
 * @param pointer where the schema is written, at the end of all references that say nothing else
 */
record Placed(Shape shape, String pointer) {

    static Placed of(Shape shape, String pointer) {
        Placed placed = new Placed(shape, pointer);
        for (int i = 0; i < 100 && placed.reference() != null; i++) {
            Target target = placed.reference().target();
            placed = new Placed(target.shape(), target.pointer());
        }
        return placed;
    }

    private Assertion.@Nullable Reference reference() {
        return shape.parts().size() == 1 && shape.parts().get(0).assertion() instanceof Assertion.Reference reference
                ? reference
                : null;
    }

    /** What the schema asserts, references followed, each assertion as a schema of its own. */
    Map<Part, Shape> assertions() {
        Map<Part, Shape> parts = new LinkedHashMap<>();
        collect(shape, parts, new HashSet<>());
        return parts;
    }

    private static void collect(Shape shape, Map<Part, Shape> parts, Set<Target> passed) {
        for (Shape single : shape.singles()) {
            Part part = single.parts().get(0);
            if (part.assertion() instanceof Assertion.Reference reference) {
                if (passed.add(reference.target())) {
                    collect(reference.target().shape(), parts, passed);
                }
            } else {
                parts.put(part, single);
            }
        }
    }

    /** What is said of a member by name. */
    Placed member(String name) {
        List<Part> about = new ArrayList<>();
        String place = pointer;
        for (Part part : assertions().keySet()) {
            if (part.assertion() instanceof Assertion.Property property
                    && property.name().equals(name)) {
                about.addAll(property.schema().parts());
                place = part.pointer();
            }
        }
        return of(new Shape(about), place);
    }

    /** What is said of an item. */
    Placed item(int index) {
        List<Part> about = new ArrayList<>();
        String place = pointer;
        for (Part part : assertions().keySet()) {
            if (part.assertion() instanceof Assertion.Items items && items.from() <= index) {
                about.addAll(items.schema().parts());
                place = part.pointer();
            } else if (part.assertion() instanceof Assertion.Item item && item.index() == index) {
                about.addAll(item.schema().parts());
                place = part.pointer();
            }
        }
        return of(new Shape(about), place);
    }

    /** Values that have a member with such a value. */
    static Function<Shape, Shape> withMember(String name) {
        return value -> Shape.of(new Assertion.Required(name), new Assertion.Property(name, value));
    }

    /** Values that have an item with such a value. */
    static Function<Shape, Shape> withItem(int index) {
        return value -> Shape.of(
                new Assertion.Limit(Keyword.MIN_ITEMS, BigDecimal.valueOf(index + 1L)),
                new Assertion.Item(index, value));
    }

    /** Values that have another member than the listed ones, with such a value. */
    static Function<Shape, Shape> withOther(Assertion.Additional others) {
        return value -> Shape.of(new Assertion.Not(Shape.of(
                new Assertion.Additional(others.names(), others.regexes(), Shape.of(new Assertion.Not(value))))));
    }

    /**
     * Where this schema says what another says by a keyword: at the same keyword, else at the schema that is written
     * where the other's is, else at this one.
     */
    String counterpart(Part other) {
        String home = home(other);
        String found = null;
        for (Part part : assertions().keySet()) {
            boolean same = part.keyword().equals(other.keyword())
                    && subject(part.assertion()).equals(subject(other.assertion()));
            if (same && home(part).equals(home)) {
                return home;
            }
            found = same && found == null ? home(part) : found;
        }
        boolean beside =
                assertions().keySet().stream().anyMatch(part -> home(part).equals(home));
        return found != null ? found : beside ? home : pointer;
    }

    private static String subject(Assertion assertion) {
        return assertion instanceof Assertion.Required required ? required.name() : "";
    }

    /** The schema that a part is a keyword of. */
    static String home(Part part) {
        String end = "/" + part.keyword();
        return part.keyword().isEmpty() || !part.pointer().endsWith(end)
                ? part.pointer()
                : part.pointer().substring(0, part.pointer().length() - end.length());
    }
}
