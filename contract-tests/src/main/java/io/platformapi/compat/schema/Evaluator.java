package io.platformapi.compat.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;

/** Tells whether a value satisfies a schema, or that it cannot tell. */
final class Evaluator {

    private final Search search;
    private final Truth closed;

    Evaluator(Search search) {
        this(search, Truth.NO);
    }

    private Evaluator(Search search, Truth closed) {
        this.search = search;
        this.closed = closed;
    }

    /** One that does not know whether an object that has members beyond those of a closed one is no such object. */
    static Evaluator cautious(Search search) {
        return new Evaluator(search, search.reading().literal() ? Truth.NO : Truth.UNSURE);
    }

    Truth all(Collection<Literal> literals, JsonNode value) {
        Truth truth = Truth.YES;
        for (Literal literal : literals) {
            Truth one = holds(literal.shape(), value);
            truth = truth.and(literal.positive() ? one : one.not());
        }
        return truth;
    }

    Truth holds(Shape shape, JsonNode value) {
        Truth truth = Truth.YES;
        for (Part part : shape.parts()) {
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
