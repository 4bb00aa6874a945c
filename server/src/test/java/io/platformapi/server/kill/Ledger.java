package io.platformapi.server.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What clients sent, and what of it was acknowledged. Safe for many threads. */
final class Ledger {

    private final List<Change> sent = new ArrayList<>();
    private final Set<Change> acknowledged = new LinkedHashSet<>();
    private final List<String> refusals = new ArrayList<>();

    synchronized void sent(Change change) {
        sent.add(change);
    }

    synchronized void acknowledged(Change change) {
        acknowledged.add(change);
        notifyAll();
    }

    synchronized void refused(String answer) {
        refusals.add(answer);
    }

    /** Waits until one more change is acknowledged, or for so long. */
    synchronized void awaitNext(Duration atMost) throws InterruptedException {
        int before = acknowledged.size();
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); acknowledged.size() == before && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    /** Everything that a server may have done, acknowledged or not. */
    synchronized List<Change> sent() {
        return List.copyOf(sent);
    }

    /** Answers of other kinds. */
    synchronized List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Everything that a server said it had done. */
    synchronized Set<Change> acknowledged() {
        return new LinkedHashSet<>(acknowledged);
    }
}
