package io.platformapi.grizzly;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request's body to whoever takes it: as a whole, or while it comes where it is larger than is held. For
 * one thread at a time.
 */
final class BodyWay {

    private static final int TOO_LARGE = 413;

    private final Incoming request;
    private final Consumer<byte[]> whole;
    private final Supplier<Optional<PieceTaker>> beyond;
    private @Nullable PieceTaker pieces;
    private boolean ended;

    /**
     * A way.
     *
     * @param whole takes the body as a whole
     * @param beyond gives what takes one that is larger than is held
     */
    BodyWay(Incoming request, Consumer<byte[]> whole, Supplier<Optional<PieceTaker>> beyond) {
        this.request = request;
        this.whole = whole;
        this.beyond = beyond;
    }

    /** What is to be done with what has come. */
    sealed interface Step {}

    /** Nothing yet. */
    record Nothing() implements Step {}

    /** The last of it is handed over. */
    record Last(Runnable work) implements Step {}

    /** Some of it is handed over, by something that says when there is room for more. */
    record Some(Consumer<Runnable> work) implements Step {}

    /** Takes the body while it comes from now on; false if nobody takes it so. */
    boolean pass() {
        pieces = beyond.get().orElse(null);
        if (pieces != null) {
            request.pass();
        }
        return pieces != null;
    }

    /** Whether the answer may come before the body's end. */
    boolean isPassed() {
        return pieces != null;
    }

    Step read(Input input) throws Unreadable {
        PieceTaker taker = pieces;
        if (taker != null) {
            return readPiece(input, taker);
        }
        try {
            byte[] body = request.readBody(input);
            return body == null ? new Nothing() : new Last(() -> whole.accept(body));
        } catch (Unreadable e) {
            if (e.status() == TOO_LARGE && pass()) {
                return read(input);
            }
            throw e;
        }
    }

    private Step readPiece(Input input, PieceTaker taker) throws Unreadable {
        byte[] piece = request.readPiece(input);
        if (request.isWhole()) {
            ended = true;
            return new Last(() -> {
                if (piece.length > 0) {
                    taker.take(piece, () -> {});
                }
                taker.end();
            });
        }
        return piece.length == 0 ? new Nothing() : new Some(more -> taker.take(piece, more));
    }

    /** The rest of it goes nowhere. */
    void leave() {
        PieceTaker taker = pieces;
        if (taker != null && !ended) {
            ended = true;
            taker.abort();
        }
    }
}
