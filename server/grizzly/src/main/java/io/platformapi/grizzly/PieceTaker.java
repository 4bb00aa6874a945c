package io.platformapi.grizzly;

/** Takes a body while it comes. Called for one piece after the other, on any thread; none of them may wait. */
public interface PieceTaker {

    /**
     * Takes the next piece.
     *
     * @param more to be run once, when there is room for another: at once or later, on any thread
     */
    void take(byte[] piece, Runnable more);

    /** All of it has come. */
    void end();

    /** The rest will not come: the client is gone, what it sent is no body, or the answer was there before. */
    void abort();
}
