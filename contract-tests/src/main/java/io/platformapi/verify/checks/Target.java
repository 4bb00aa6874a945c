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

    /**
     * Tells what came behind the ends of answers since this was asked last, or the beginning of it.
     *
     * @param listener takes the request, and the bytes as ISO-8859-1
     */
    default void surplus(BiConsumer<HttpRequest, String> listener) {}
}
