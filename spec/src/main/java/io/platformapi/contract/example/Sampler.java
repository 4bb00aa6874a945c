package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Schema;

/**
 * A maker of values for schemas.
 *
 * <p>Each member, list and text has what the schema asks for: the documented {@code example}, {@code default},
 * {@code const} or {@code enum} value where there is one, else a value of its type, format, pattern and bounds.
 * Optional members are there, except where a schema comes back to itself, and those that only requests have. Keywords
 * that cannot be satisfied one by one ({@code not}, {@code if}) are passed over. Thread-safe.
 */
public final class Sampler {

    private static final int MOST_PARTS = 2500;

    private final Whim whim;

    public Sampler(Whim whim) {
        this.whim = whim;
    }

    /**
     * A value for a response.
     *
     * @throws SchemaTooComplex if it would have more than 2,500 parts even without optional members
     */
    public JsonNode sample(Schema schema) {
        try {
            return new Sampling(whim, MOST_PARTS, Sampling.Members.ALL).value(schema);
        } catch (SchemaTooComplex large) {
            return new Sampling(whim, MOST_PARTS, Sampling.Members.REQUIRED).value(schema);
        }
    }
}
