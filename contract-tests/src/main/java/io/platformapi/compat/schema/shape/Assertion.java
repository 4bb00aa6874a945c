package io.platformapi.compat.schema.shape;

import java.util.List;
import java.util.function.Function;

/**
 * One thing that a schema demands of a value. A schema is a conjunction of assertions, and each can be denied on its
 * own: that is what lets a failed comparison name the assertion that fails. An assertion about one type says nothing
 * about values of the others.
 */
public sealed interface Assertion
        permits ValueAssertion, NumberAssertion, StringAssertion, ArrayAssertion, ObjectAssertion {

    /** What is done with an assertion, by the type of values it speaks about. */
    interface ByType<R> {
        R value(ValueAssertion assertion);

        R number(NumberAssertion assertion);

        R string(StringAssertion assertion);

        R array(ArrayAssertion assertion);

        R object(ObjectAssertion assertion);
    }

    <R> R byType(ByType<R> types);

    /**
     * A value equal for assertions that demand the same, given the same for the schemas inside: the assertion itself if
     * there are none.
     */
    default List<Object> key(Function<Conjunction, Object> identity) {
        return List.of(this);
    }

    /** What it is about where that is not the value itself: the name that is required. */
    default String subject() {
        return "";
    }

    /** False only if no value of the type satisfies it, seen at a glance. */
    default boolean isSatisfiable(JsonType type) {
        return true;
    }

    /** False only if no value of the type violates it, seen at a glance. */
    default boolean isDeniable(JsonType type) {
        return true;
    }
}
