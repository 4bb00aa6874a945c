package io.platformapi.grizzly;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;

/** What a client is told when a request fails before the handler sees it, or by a fault of the handler. */
@FunctionalInterface
public interface FailurePages {

    /**
     * The answer for a status such as 400, 408, 413, 414, 431, 500, 501 or 505. Called by many threads at once.
     *
     * @param head the request without its body; {@link Head#UNREADABLE} where not even its head could be read
     * @return an answer, of which the header fields and the body are sent
     */
    HttpResponse page(int status, HttpRequest head);
}
