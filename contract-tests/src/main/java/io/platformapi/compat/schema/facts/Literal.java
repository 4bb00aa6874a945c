package io.platformapi.compat.schema.facts;

import io.platformapi.compat.schema.shape.Shape;

/**
 * That a value satisfies a schema, or does not.
 *
 * @param sent whether the schema is the sender's, whose undeclared members are not sent
 */
public record Literal(Shape shape, boolean positive, boolean sent) {

    public static Literal yes(Shape shape) {
        return new Literal(shape, true, false);
    }

    public static Literal no(Shape shape) {
        return new Literal(shape, false, false);
    }

    public Literal on(Shape other) {
        return new Literal(other, positive, sent);
    }

    public Literal denied() {
        return new Literal(shape, !positive, sent);
    }
}
