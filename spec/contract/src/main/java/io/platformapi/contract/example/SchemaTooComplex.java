package io.platformapi.contract.example;

import java.util.Objects;

/** A schema whose smallest values are larger than anybody wants made up. */
public final class SchemaTooComplex extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SchemaTooComplex(String size) {
        super("The schema is too complex to make up a value: it would have " + size + ". Document an example.");
    }

    static SchemaTooComplex parts(int most) {
        return new SchemaTooComplex("more than " + most + " parts");
    }

    static SchemaTooComplex text(int least) {
        return new SchemaTooComplex("a text of " + least + " characters");
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
