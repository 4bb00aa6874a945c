package io.platformapi.mock.stub;

import java.util.Objects;
import java.util.function.Function;

/**
 * One stub method as a value, so that an engine which knows only operation ids can call it.
 *
 * @param requestType the record that the method takes
 * @param method the method
 * @param <Q> the request's type
 * @param <R> the type of a successful answer
 */
public record Stub<Q, R>(Class<Q> requestType, Function<Q, Answer<R>> method) {

    public Stub {
        Objects.requireNonNull(requestType, "requestType");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Calls the method.
     *
     * @param request a record of {@link #requestType()}
     */
    public Answer<R> answer(Object request) {
        return method.apply(requestType.cast(request));
    }
}
