package io.platformapi.grizzly;

import io.platformapi.contract.http.HttpResponse;
import java.util.function.Consumer;

/** Takes the answer to a request, at once or later, on any thread; the first one counts. */
@FunctionalInterface
public interface Reply extends Consumer<HttpResponse> {

    /** Sends an answer piece by piece, or breaks it off as a bad network or a dying server would. */
    void send(HttpResponse response, Wholeness wholeness, Pacing pacing);

    /** The same at once. */
    default void send(HttpResponse response, Wholeness wholeness) {
        send(response, wholeness, Pacing.NONE);
    }

    /**
     * Sends the head of an answer, and a piece whenever its turn comes, until there is none or the client goes.
     *
     * @param turns runs what it is given when the next piece is to go, on any thread
     * @param source gives the piece, on the same
     */
    default void stream(HttpResponse head, Consumer<Runnable> turns, PieceSource source) {
        send(head, Wholeness.ENDLESS, Pacing.endless(turns, source));
    }

    /**
     * Sends an answer that is too long to be held: what its body has goes at once, and each piece of the rest is made
     * once the client has taken the one before, on a thread that may wait.
     *
     * @param source gives the pieces
     */
    default void sendInPieces(HttpResponse begun, PieceSource source) {
        send(begun, Wholeness.WHOLE, Pacing.made(source));
    }

    @Override
    default void accept(HttpResponse response) {
        send(response, Wholeness.WHOLE);
    }

    /** How much of an answer comes. */
    enum Wholeness {
        /** All of it. */
        WHOLE(Answers.After.KEPT),
        /** All of it, until somebody closes the connection: that alone says where it ends (RFC 9112, section 6.3). */
        ENDLESS(Answers.After.CLOSED),
        /** Its head and half of its body; then the connection is closed. */
        HALF(Answers.After.HALF),
        /** Nothing; the connection is closed. */
        NOTHING(Answers.After.NOTHING),
        /** Nothing; the connection is reset. */
        RESET(Answers.After.RESET);

        private final Answers.After after;

        Wholeness(Answers.After after) {
            this.after = after;
        }

        Answers.After after() {
            return after;
        }
    }
}
