package io.platformapi.contract.example;

import java.util.Objects;

/** A schema whose smallest values are larger than anybody wants made up. */
public final class SchemaTooComplex extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaTooComplex(int most) {
        super("The schema is too complex to make up a value: it would have more than " + most
                + " parts. Document an example.");
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
