package io.platformapi.grizzly;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What answers requests, in two steps: what the head alone decides is answered before any body is read. Called by many
 * threads at once, for one connection one request after the other.
 */
@FunctionalInterface
public interface RequestHandler {

    /**
     * Looks at the head of a request: answers it, or says what is done with the body.
     *
     * @param answer takes the answer
     * @return what takes the body when it is whole, an empty one where there is none; empty if the head was enough, and
     *     the body is not to be read
     */
    Optional<Consumer<byte[]>> begin(Head head, Reply answer);

    /**
     * Looks at the head of a request whose body has turned out larger than is held: comes after {@link #begin} has
     * asked for that body, which is handed on to nobody else then.
     *
     * @param answer takes the answer, which may come before the body's end
     * @return what takes the body while it comes; empty if it is too large for anybody
     */
    default Optional<PieceTaker> beyond(Head head, Reply answer) {
        return Optional.empty();
    }
}
