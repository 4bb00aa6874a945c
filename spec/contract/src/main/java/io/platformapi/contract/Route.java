package io.platformapi.contract;

import java.util.Map;
import java.util.Set;

/** Where a request leads. */
public sealed interface Route {

    /**
     * An operation takes it.
     *
     * @param operation the operation
     * @param siblings the operations of the same path, by method
     * @param pathValues the decoded texts of the path's variables, by name
     * @param sentValues the same as they were sent, percent-encoded: what is encoded separates nothing
     * @param suffix the path suffix that chooses a format, such as {@code xml}; empty where there is none
     */
    record Found(
            Operation operation,
            Map<String, Operation> siblings,
            Map<String, String> pathValues,
            Map<String, String> sentValues,
            String suffix)
            implements Route {

        /** A route to an operation that nobody has asked by a path. */
        public static Found to(Operation operation, Map<String, Operation> siblings) {
            return new Found(operation, siblings, Map.of(), Map.of(), "");
        }

        /** The same route, chosen by a path that ends in a suffix. */
        public Found withSuffix(String name) {
            return new Found(operation, siblings, pathValues, sentValues, name);
        }
    }

    /**
     * The path is served, the method is not.
     *
     * @param allowed the methods that are
     */
    record MethodNotAllowed(Set<String> allowed) implements Route {}

    /**
     * The path is served, and the client asks how (RFC 9110, section 9.3.7).
     *
     * @param allowed the methods that are answered
     */
    record Options(Set<String> allowed) implements Route {}

    /** Nothing is served at the path. */
    record NotFound() implements Route {}
}
