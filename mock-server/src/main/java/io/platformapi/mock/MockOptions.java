package io.platformapi.mock;

import io.platformapi.mock.stub.Stub;
import java.util.Map;

/**
 * What a mock does beyond the document.
 *
 * @param stubs answers of one's own, by the id of the operation
 * @param values where values come from
 * @param seed what made-up values follow from
 * @param faults what becomes of an answer that breaks its own schema
 * @param delay how long answers are held back by a mock that listens, unless a request has a wish
 */
public record MockOptions(Map<String, Stub<?, ?>> stubs, Values values, long seed, Faults faults, Delay delay) {

    /** Where values come from. */
    public enum Values {
        /** From examples, and from schemas where there are none; the same each time. */
        DOCUMENTED,
        /** Made up from the schemas, another one each time. */
        INVENTED
    }

    /** What becomes of an answer that breaks its own schema. */
    public enum Faults {
        /** It is sent as documented. */
        SENT,
        /** A problem that names the violations takes its place. */
        REFUSED
    }

    /** Documented answers and nothing else. */
    public static MockOptions usual() {
        return new MockOptions(Map.of(), Values.DOCUMENTED, 1, Faults.SENT, Delay.NONE);
    }

    public MockOptions withStubs(Map<String, Stub<?, ?>> others) {
        return new MockOptions(others, values, seed, faults, delay);
    }

    public MockOptions withDelay(Delay other) {
        return new MockOptions(stubs, values, seed, faults, other);
    }
}
