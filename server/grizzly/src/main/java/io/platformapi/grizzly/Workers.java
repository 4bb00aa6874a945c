package io.platformapi.grizzly;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * The threads that run the handler. Nobody waits in their queue but one request of each connection, so it is as short
 * as there are few connections.
 */
final class Workers implements Executor, AutoCloseable {

    private static final int FEWEST = 4;
    private static final int EACH_PROCESSOR = 2;

    private final ExecutorService pool = Executors.newFixedThreadPool(
            Math.max(FEWEST, EACH_PROCESSOR * Runtime.getRuntime().availableProcessors()), Worker::new);

    private static final class Worker extends Thread {
        private Worker(Runnable task) {
            super(task, "worker");
            setDaemon(true);
        }
    }

    /** Whether this thread is one of them. */
    static boolean isOne() {
        return Thread.currentThread() instanceof Worker;
    }

    @Override
    public void execute(Runnable task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            // closed: whoever still asks is cut off
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
