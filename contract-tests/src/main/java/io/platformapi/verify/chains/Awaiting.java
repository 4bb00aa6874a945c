package io.platformapi.verify.chains;

import java.io.IOException;

/** Asks again a little later: a job may be begun, and an index be brought up to date, after the answer. */
final class Awaiting {

    private static final long[] WAITING_MILLIS = {0, 250, 750};

    private Awaiting() {}

    /** What is asked of a server. */
    @FunctionalInterface
    interface Question {
        boolean isSo() throws IOException;
    }

    /** Whether something is so, now or within a second; not, where the thread is interrupted. */
    static boolean later(Question question) throws IOException {
        for (long millis : WAITING_MILLIS) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            if (question.isSo()) {
                return true;
            }
        }
        return false;
    }
}
