package io.platformapi.server.http;

import io.platformapi.contract.http.HttpRequest;

/**
 * What all requests of a server are told by.
 *
 * @param watcher is told of each answer
 * @param current says which request a thread answers
 * @param spans what tracing is told of them
 */
public record Calls(Watcher watcher, CurrentRequest current, Spans spans) {

    /** @param peer the address that the request comes from; empty where that is not known */
    Call begin(HttpRequest request, String peer) {
        return new Call(request, peer, this);
    }
}
