package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Facts about a type with few values: null, true and false. */
final class ConstantFacts implements Facts {

    private final List<JsonNode> left;

    ConstantFacts(List<JsonNode> values) {
        this.left = new ArrayList<>(values);
    }

    @Override
    public void exclude(JsonNode value) {
        left.remove(value);
    }

    @Override
    public Facts copy() {
        return new ConstantFacts(left);
    }

    @Override
    public SearchOutcome witness() {
        return left.isEmpty() ? SearchOutcome.EMPTY : SearchOutcome.found(left.get(0));
    }
}
