package io.platformapi.compat.schema.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A schema as the algebra sees it: a conjunction of assertions. No assertion at all is the schema {@code true}. */
public final class Conjunction {

    private static final int LONGEST_CHAIN = 100;

    private List<PlacedAssertion> parts;
    private int identity = -1;
    private List<Conjunction> singles = List.of();

    public Conjunction(List<PlacedAssertion> parts) {
        this.parts = List.copyOf(parts);
    }

    public static Conjunction of(Assertion... assertions) {
        List<PlacedAssertion> parts = new ArrayList<>();
        for (Assertion assertion : assertions) {
            parts.add(new PlacedAssertion(assertion, "", ""));
        }
        return new Conjunction(parts);
    }

    public List<PlacedAssertion> parts() {
        return parts;
    }

    /** What it refers to if it says nothing else. */
    @Nullable
    public ReferencedSchema target() {
        return parts.size() == 1 ? parts.get(0).target() : null;
    }

    /** Where references lead from it, as long as nothing else is said. */
    public Conjunction end() {
        Conjunction end = this;
        for (int i = 0; end.target() != null; i++) {
            if (i > LONGEST_CHAIN) {
                return Conjunction.of(new ValueAssertion.Undecidable("references that lead only to references"));
            }
            end = end.target().shape();
        }
        return end;
    }

    /** The name of the component that it refers to, "" if to none. */
    public String name() {
        return parts.stream()
                .map(PlacedAssertion::target)
                .filter(Objects::nonNull)
                .map(ReferencedSchema::name)
                .findFirst()
                .orElse("");
    }

    /** Whether it says that there is no value at all. */
    public boolean isNever() {
        return parts.stream().anyMatch(part -> part.assertion() instanceof ValueAssertion.Never);
    }

    /** Leaves out all other parts, which demand nothing beyond these. */
    public void keep(Collection<PlacedAssertion> some) {
        if (some.size() < parts.size()) {
            parts = List.copyOf(some);
            singles = List.of();
        }
    }

    /** The parts, each as a schema of its own. */
    public List<Conjunction> singles() {
        if (parts.size() == 1) {
            return List.of(this);
        }
        if (singles.isEmpty()) {
            singles = parts.stream().map(part -> new Conjunction(List.of(part))).toList();
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
