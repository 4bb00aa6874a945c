package io.platformapi.grizzly;

/** An answer as far as it has not been sent. For one thread at a time. */
sealed interface Outgoing permits WholeAnswer, OpenAnswer, MadeAnswer {

    /** Nothing. */
    Outgoing NONE = new WholeAnswer(new byte[0], new byte[0]);

    /** How much memory this takes. */
    int capacity();

    boolean isSent();

    /** Whether nobody knows how long it goes on. */
    default boolean isEndless() {
        return false;
    }

    /** Whether the next part has to wait for its turn. */
    boolean waits();

    /** Runs something when the turn of the next part has come. */
    void whenItIsTime(Runnable task);

    /** Nothing more of it is sent. */
    default void drop() {}

    /** Sends the next part of it. */
    void send(Line line, Runnable afterwards);
}
