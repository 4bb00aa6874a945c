package io.platformapi.compat.schema.shape;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A schema that references lead to, compiled when first asked for, so that references may go in circles. */
public final class Target {

    private final String pointer;
    private final boolean union;
    private final Supplier<Shape> compile;
    private @Nullable Shape shape;
    private int identity = -1;

    public Target(String pointer, boolean union, Supplier<Shape> compile) {
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
    public boolean isLike(Target other) {
        return name().equals(other.name());
    }

    /** Whether it is a union, whose branches are told apart and not it. */
    public boolean isUnion() {
        return union;
    }

    public Shape shape() {
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
