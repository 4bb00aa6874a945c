package io.platformapi.compat.schema.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.platformapi.compat.schema.shape.ArrayAssertion;
import io.platformapi.compat.schema.shape.JsonType;
import io.platformapi.compat.schema.shape.NumberAssertion;
import io.platformapi.compat.schema.shape.ObjectAssertion;
import io.platformapi.compat.schema.shape.StringAssertion;
import java.util.List;

/**
 * What is known of a value of one type, and a value for which it holds. Assertions are taken as true or as false, as
 * their literal has it; the answer is false if that contradicts what is known. Those about other types hold of it
 * whatever it is.
 */
public interface Facts {

    /** Nothing is known yet of a value of this type. */
    static Facts of(JsonType type, LiteralSet query, Searching search) {
        return switch (type) {
            case NULL -> new ConstantFacts(List.of(NullNode.instance));
            case BOOLEAN -> new ConstantFacts(List.of(BooleanNode.TRUE, BooleanNode.FALSE));
            case NUMBER -> new NumberFacts();
            case STRING -> new StringFacts(search);
            case ARRAY -> new ArrayFacts(search);
            case OBJECT -> new ObjectFacts(search, new SentMembers(search, query));
        };
    }

    default boolean take(Literal literal, NumberAssertion assertion) {
        return literal.positive();
    }

    default boolean take(Literal literal, StringAssertion assertion) {
        return literal.positive();
    }

    default boolean take(Literal literal, ArrayAssertion assertion) {
        return literal.positive();
    }

    default boolean take(Literal literal, ObjectAssertion assertion) {
        return literal.positive();
    }

    /** Takes one value out; only called with values that are neither arrays nor objects. */
    void exclude(JsonNode value);

    Facts copy();

    /** The same facts, or fewer: what the sender declares is not known yet, so that any member may be sent. */
    default Facts open() {
        return this;
    }

    /** A value for which all of it holds. */
    SearchOutcome witness();
}
