package io.platformapi.grizzly;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks one after another in the order they come, on the thread that brings the first; who brings one meanwhile
 * does not wait, and a task that brings another returns before that one runs.
 */
final class Serial {

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Runnable afterwards;

    /** @param afterwards runs when no task is left, before anybody else can run one */
    Serial(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    void run(Runnable task) {
        tasks.add(task);
        if (open.getAndIncrement() > 0) {
            return;
        }
        int known = 1;
        while (known != 0) {
            for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
                next.run();
            }
            afterwards.run();
            known = open.addAndGet(-known);
        }
    }
}
