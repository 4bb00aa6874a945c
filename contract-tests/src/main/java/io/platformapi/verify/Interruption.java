package io.platformapi.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The way out when somebody ends the process, by Ctrl-C or SIGTERM: the verification is stopped, and the process waits
 * until what was found so far is told.
 */
final class Interruption implements AutoCloseable {

    private static final long TELLING_SECONDS = 20;

    private final CountDownLatch told = new CountDownLatch(1);
    private final List<Thread> hooks = new ArrayList<>();

    /** From here on, to end the process is to stop the verification first. */
    void stops(Verification verification) {
        Thread hook = new Thread(() -> stop(verification), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        hooks.add(hook);
    }

    private void stop(Verification verification) {
        verification.stop();
        try {
            told.await(TELLING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is told. */
    @Override
    public void close() {
        told.countDown();
        try {
            hooks.forEach(Runtime.getRuntime()::removeShutdownHook);
        } catch (IllegalStateException e) {
            // the process is ending, which is what the hook was for
        }
    }
}
