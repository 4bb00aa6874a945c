package io.platformapi.compat.schema.facts;

import io.platformapi.compat.schema.shape.Conjunction;

/**
 * That a value satisfies a schema, or does not.
 *
 * @param sent whether the schema is the sender's, whose undeclared members are not sent
 */
public record Literal(Conjunction shape, boolean positive, boolean sent) {

    public static Literal yes(Conjunction shape) {
        return new Literal(shape, true, false);
    }

    public static Literal no(Conjunction shape) {
        return new Literal(shape, false, false);
    }

    public Literal on(Conjunction other) {
        return new Literal(other, positive, sent);
    }

    public Literal denied() {
        return new Literal(shape, !positive, sent);
    }
}
