package io.platformapi.mock.stub;

import io.platformapi.contract.http.Headers;
import java.util.Objects;

/**
 * What a stub wants answered: the documented example, or a value of its own.
 *
 * @param <T> the type that the operation answers with
 */
public sealed interface Answer<T> {

    /** The example that the document gives for the request. */
    record Documented<T>() implements Answer<T> {}

    /**
     * A value that takes the example's place.
     *
     * @param status the status to answer with, which the document should list for the operation
     * @param body the record of the document's type for that status
     * @param headers header fields that take the place of the documented ones
     */
    record Value<T>(int status, Object body, Headers headers) implements Answer<T> {

        public Value {
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(headers, "headers");
        }
    }

    /** The example that the document gives for the request. */
    static <T> Answer<T> documented() {
        return new Documented<>();
    }

    /** This value, as a success. */
    static <T> Answer<T> of(T body) {
        return new Value<>(200, body, Headers.none());
    }

    /** This body under another status than 200, say a failure that the document lists. */
    static <T> Answer<T> of(int status, Object body) {
        return of(status, body, Headers.none());
    }

    /** The same with header fields, say {@code Retry-After}. */
    static <T> Answer<T> of(int status, Object body, Headers headers) {
        return new Value<>(status, body, headers);
    }
}
