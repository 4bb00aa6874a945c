package io.platformapi.grizzly;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.util.concurrent.Executor;

/**
 * What all conversations of a server share.
 *
 * @param handler answers requests
 * @param executor runs the handler
 * @param threads whose they are
 */
record Desk(
        RequestHandler handler,
        Executor executor,
        Threads threads,
        Limits limits,
        FailurePages pages,
        Answers answers,
        OpenConnections connections,
        Closing closing) {

    /** Whether the server is about to stop. */
    static final class Closing {

        private volatile boolean begun;

        void begin() {
            begun = true;
        }

        boolean hasBegun() {
            return begun;
        }
    }

    /** The page for a status, whatever status it has itself. */
    HttpResponse page(int status, HttpRequest head) {
        HttpResponse page = pages.page(status, head);
        return new HttpResponse(status, page.headers(), page.body());
    }
}
