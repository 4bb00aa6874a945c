package io.platformapi.compat.schema.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A schema as the algebra sees it: a conjunction of assertions. No assertion at all is the schema {@code true}. */
public final class Shape {

    private static final int LONGEST_CHAIN = 100;

    private List<Part> parts;
    private int identity = -1;
    private List<Shape> singles = List.of();

    public Shape(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    public static Shape of(Assertion... assertions) {
        List<Part> parts = new ArrayList<>();
        for (Assertion assertion : assertions) {
            parts.add(new Part(assertion, "", ""));
        }
        return new Shape(parts);
    }

    public List<Part> parts() {
        return parts;
    }

    /** What it refers to if it says nothing else. */
    @Nullable
    public Target target() {
        return parts.size() == 1 ? parts.get(0).target() : null;
    }

    /** Where references lead from it, as long as nothing else is said. */
    public Shape end() {
        Shape end = this;
        for (int i = 0; end.target() != null; i++) {
            if (i > LONGEST_CHAIN) {
                return Shape.of(new ValueAssertion.Undecidable("references that lead only to references"));
            }
            end = end.target().shape();
        }
        return end;
    }

    /** The name of the component that it refers to, "" if to none. */
    public String name() {
        return parts.stream()
                .map(Part::target)
                .filter(Objects::nonNull)
                .map(Target::name)
                .findFirst()
                .orElse("");
    }

    /** Whether it says that there is no value at all. */
    public boolean isNever() {
        return parts.stream().anyMatch(part -> part.assertion() instanceof ValueAssertion.Never);
    }

    /** Leaves out all other parts, which demand nothing beyond these. */
    public void keep(Collection<Part> some) {
        if (some.size() < parts.size()) {
            parts = List.copyOf(some);
            singles = List.of();
        }
    }

    /** The parts, each as a schema of its own. */
    public List<Shape> singles() {
        if (parts.size() == 1) {
            return List.of(this);
        }
        if (singles.isEmpty()) {
            singles = parts.stream().map(part -> new Shape(List.of(part))).toList();
        }
        return singles;
    }

    /** The number shared by schemas that demand the same, -1 until {@link Identities} gives it. */
    public int identity() {
        return identity;
    }

    public void identify(int number) {
        identity = number;
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
