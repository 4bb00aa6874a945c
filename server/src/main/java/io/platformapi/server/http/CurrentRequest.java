package io.platformapi.server.http;

import java.util.Optional;

/** The request that this thread answers, by its names. Safe for many threads. */
public final class CurrentRequest {

    private final ThreadLocal<Optional<Named>> current = ThreadLocal.withInitial(Optional::empty);

    /**
     * The names of a request.
     *
     * @param id tells it from every other
     * @param operation the operation's id; empty as long as none is found
     * @param client the name of who asks; empty as long as nobody is let in
     */
    public record Named(String id, Trace trace, String operation, String client) {}

    /** The request; empty for a thread that answers none. */
    public Optional<Named> named() {
        return current.get();
    }

    void enter(Named request) {
        current.set(Optional.of(request));
    }

    void leave() {
        current.remove();
    }
}
