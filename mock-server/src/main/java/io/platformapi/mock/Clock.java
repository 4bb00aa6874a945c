package io.platformapi.mock;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs tasks after a while, on threads of its own; when it is closed, those that wait and those to come at once. */
final class Clock implements Later, AutoCloseable {

    /** One would do, but for a client that is slow to take a large answer. */
    private static final int THREADS = 4;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "delayed-answers");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<FutureTask<?>> waiting = ConcurrentHashMap.newKeySet();

    Clock() {
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void run(Runnable task, Duration delay) {
        FutureTask<?> once = new FutureTask<>(task, null);
        waiting.add(once);
        try {
            executor.schedule(() -> end(once), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) { // closed
            end(once);
        }
    }

    @Override
    public boolean isOver() {
        return executor.isShutdown();
    }

    private void end(FutureTask<?> task) {
        waiting.remove(task);
        task.run();
    }

    @Override
    public void close() {
        executor.shutdown();
        waiting.forEach(this::end);
    }
}
