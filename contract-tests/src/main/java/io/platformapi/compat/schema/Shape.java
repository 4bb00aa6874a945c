package io.platformapi.compat.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A schema as the algebra sees it: a conjunction of assertions. No assertion at all is the schema {@code true}. */
final class Shape {

    private List<Part> parts;
    private int identity = -1;
    private List<Shape> singles = List.of();

    Shape(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static Shape of(Assertion... assertions) {
        List<Part> parts = new ArrayList<>();
        for (Assertion assertion : assertions) {
            parts.add(new Part(assertion, "", ""));
        }
        return new Shape(parts);
    }

    List<Part> parts() {
        return parts;
    }

    /** Leaves out all other parts, which demand nothing beyond these. */
    void keep(Collection<Part> some) {
        if (some.size() < parts.size()) {
            parts = List.copyOf(some);
            singles = List.of();
        }
    }

    /** The parts, each as a schema of its own. */
    List<Shape> singles() {
        if (parts.size() == 1) {
            return List.of(this);
        }
        if (singles.isEmpty()) {
            singles = parts.stream().map(part -> new Shape(List.of(part))).toList();
        }
        return singles;
    }

    /** The number shared by schemas that demand the same, -1 until {@link Identities} gives it. */
    int identity() {
        return identity;
    }

    void identify(int number) {
        identity = number;
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
