package io.platformapi.grizzly;

import java.time.Duration;

/** What a conversation waits for, and until when. For one thread at a time. */
final class Stage {

    /** Where no client is waited for. */
    static final Duration FOR_EVER = Duration.ofDays(365);

    private Phase phase = Phase.OVER;
    private OpenConnections.Wait wait = new OpenConnections.Wait(0, 0);

    void enter(Phase next, Duration time) {
        phase = next;
        wait = new OpenConnections.Wait(wait.number() + 1, System.nanoTime() + time.toNanos());
    }

    /** Waits so long from now on for the same. */
    void prolong(Duration time) {
        wait = new OpenConnections.Wait(wait.number(), System.nanoTime() + time.toNanos());
    }

    void end() {
        phase = Phase.OVER;
    }

    Phase phase() {
        return phase;
    }

    boolean is(Phase asked) {
        return phase == asked;
    }

    boolean isSending() {
        return phase == Phase.SENDING || phase == Phase.STREAMING;
    }

    /** Whether what the client sends meanwhile has to wait. */
    boolean isDeaf() {
        return phase == Phase.HANDLER || phase == Phase.PASSING || phase == Phase.SENDING || phase == Phase.TURN;
    }

    /** Whether an answer may come; of a body that is handed on, before its end. */
    boolean isAsking(boolean passing) {
        return phase == Phase.HANDLER || passing && (phase == Phase.BODY || phase == Phase.PASSING);
    }

    OpenConnections.Wait current() {
        return wait;
    }
}
