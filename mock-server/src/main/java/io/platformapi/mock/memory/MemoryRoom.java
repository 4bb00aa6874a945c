package io.platformapi.mock.memory;

import java.util.concurrent.atomic.AtomicLong;

/** How much all memories of a mock may hold together, and each of them. Safe for many threads. */
public final class MemoryRoom {

    private final long all;
    private final long each;
    private final int things;
    private final AtomicLong used = new AtomicLong();

    /**
     * @param all how many bytes all may take, about
     * @param each how many bytes one may take
     * @param things how many things one may hold
     */
    public MemoryRoom(long all, long each, int things) {
        this.all = all;
        this.each = each;
        this.things = things;
    }

    /** What a mock takes where nothing is said: an eighth of what there is, 64 MiB at most, and 8 MiB for each. */
    public static MemoryRoom usual() {
        long some = Math.min(64L << 20, Runtime.getRuntime().maxMemory() >> 3);
        return new MemoryRoom(some, Math.min(8L << 20, some), 10_000);
    }

    /** Whether a memory may become so large. */
    boolean takes(State before, State after) {
        return after.bytes() <= before.bytes()
                || after.bytes() <= each
                        && after.count() <= things
                        && used.get() + after.bytes() - before.bytes() <= all;
    }

    void becomes(State before, State after) {
        used.addAndGet(after.bytes() - before.bytes());
    }
}
