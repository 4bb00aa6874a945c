package io.platformapi.compat.schema.shape;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A schema that references lead to, compiled when first asked for, so that references may go in circles. */
public final class ReferencedSchema {

    private final String pointer;
    private final boolean union;
    private final Supplier<Conjunction> compile;
    private @Nullable Conjunction shape;
    private int identity = -1;

    public ReferencedSchema(String pointer, boolean union, Supplier<Conjunction> compile) {
        this.pointer = pointer;
        this.union = union;
        this.compile = compile;
    }

    public String pointer() {
        return pointer;
    }

    /** The last segment of the pointer: a component's name. */
    public String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** Whether it is known by the same name. */
    public boolean isLike(ReferencedSchema other) {
        return name().equals(other.name());
    }

    /** Whether it is a union, whose branches are told apart and not it. */
    public boolean isUnion() {
        return union;
    }

    public Conjunction shape() {
        if (shape == null) {
            shape = compile.get();
        }
        return shape;
    }

    /** The number shared by targets that demand the same, -1 until {@link Identities} gives it. */
    public int identity() {
        return identity;
    }

    public void identify(int number) {
        identity = number;
    }

    @Override
    public String toString() {
        return pointer;
    }
}
