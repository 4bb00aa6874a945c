package io.platformapi.server.http;

import io.platformapi.domain.Caller;
import java.util.UUID;

/**
 * The caller of the request that this thread answers: resources are made once, and ask it at each request.
 *
 * <p>A request is answered by the thread that its filter ran on. Outside of a request it may act for nobody.
 */
public final class CurrentCaller implements Caller {

    private static final Caller NOBODY = contact -> false;

    private final ThreadLocal<Caller> current = ThreadLocal.withInitial(() -> NOBODY);

    @Override
    public boolean mayActFor(UUID contactId) {
        return current.get().mayActFor(contactId);
    }

    void enter(Caller caller) {
        current.set(caller);
    }

    void leave() {
        current.remove();
    }
}
