package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.shape.Assertion;
import io.platformapi.compat.schema.shape.Conjunction;
import io.platformapi.compat.schema.shape.PlacedAssertion;
import java.util.Collection;

/** Tells whether a value satisfies a schema, or that it cannot tell. */
public final class Evaluator {

    private final Searching search;
    private final Truth closed;

    public Evaluator(Searching search) {
        this(search, Truth.NO);
    }

    private Evaluator(Searching search, Truth closed) {
        this.search = search;
        this.closed = closed;
    }

    /** One that does not know whether an object that has members beyond those of a closed one is no such object. */
    public static Evaluator cautious(Searching search) {
        return new Evaluator(search, search.reading().literal() ? Truth.NO : Truth.UNSURE);
    }

    public Truth all(Collection<Literal> literals, JsonNode value) {
        Truth truth = Truth.YES;
        for (Literal literal : literals) {
            Truth one = holds(literal.shape(), value);
            truth = truth.and(literal.positive() ? one : one.not());
        }
        return truth;
    }

    public Truth holds(Conjunction shape, JsonNode value) {
        Truth truth = Truth.YES;
        for (PlacedAssertion part : shape.parts()) {
            truth = truth.and(holds(part.assertion(), value));
            if (truth == Truth.NO) {
                return truth;
            }
        }
        return truth;
    }

    private Truth holds(Assertion assertion, JsonNode value) {
        search.step();
        return assertion.byType(new AtValue(this, search, closed, value));
    }
}
