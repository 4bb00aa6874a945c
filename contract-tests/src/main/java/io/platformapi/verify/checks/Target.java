package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;

/** The server under test. */
@FunctionalInterface
public interface Target {

    /**
     * Sends a request and waits for the whole answer.
     *
     * @throws IOException if there is no answer
     */
    HttpResponse answer(HttpRequest request) throws IOException;
}
