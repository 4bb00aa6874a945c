package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.util.function.BiConsumer;

/** The server under test. */
@FunctionalInterface
public interface Target {

    /**
     * Sends a request and waits for the whole answer.
     *
     * @throws IOException if there is no answer
     */
    HttpResponse answer(HttpRequest request) throws IOException;

    /** How many requests may be begun before they are asked; 0 where each is sent when it is asked. */
    default int ahead() {
        return 0;
    }

    /**
     * Sends a request that changes nothing, which is asked later by {@link #answer}: the very same object.
     *
     * @throws UnsupportedOperationException where none may be begun
     */
    default void begin(HttpRequest request) {
        throw new UnsupportedOperationException("requests are sent when they are asked");
    }

    /**
     * Tells what came behind the ends of answers since this was asked last, or the beginning of it.
     *
     * @param listener takes the request, and the bytes as ISO-8859-1
     */
    default void surplus(BiConsumer<HttpRequest, String> listener) {}
}
