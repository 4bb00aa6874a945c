package io.platformapi.compat.schema;

/**
 * That a value satisfies a schema, or does not.
 *
 * @param sent whether the schema is the sender's, whose undeclared members are not sent
 */
record Literal(Shape shape, boolean positive, boolean sent) {

    static Literal yes(Shape shape) {
        return new Literal(shape, true, false);
    }

    static Literal no(Shape shape) {
        return new Literal(shape, false, false);
    }

    Literal on(Shape other) {
        return new Literal(other, positive, sent);
    }

    Literal denied() {
        return new Literal(shape, !positive, sent);
    }
}
