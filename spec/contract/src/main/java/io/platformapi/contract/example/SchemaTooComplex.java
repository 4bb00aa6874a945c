package io.platformapi.contract.example;

/** A schema whose smallest values are larger than anybody wants made up. */
public final class SchemaTooComplex extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaTooComplex(int most) {
        super("The schema is too complex to make up a value: it would have more than " + most
                + " parts. Document an example.");
    }
}
