package io.platformapi.grizzly;

import java.io.IOException;
import java.util.Optional;

/** Where the body of an answer comes from that is not known when it begins. Asked by one thread at a time. */
public interface PieceSource {

    /**
     * The next piece, when its turn has come; empty at the end.
     *
     * @throws IOException if the rest will not come: the connection is reset, so that nobody takes a part for the whole
     */
    Optional<byte[]> next() throws IOException;

    /** Nobody asks for more: all of it was sent, or the client is gone. Comes once, on any thread. */
    default void close() {}
}
