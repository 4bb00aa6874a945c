package io.platformapi.mock.journal;

import java.util.Optional;

/**
 * The memory that all journals of a mock share: bytes, written one behind the other, over the oldest when it is full.
 * What is written there is nobody's to collect afterwards, however many requests come. Safe for many threads.
 */
public final class JournalRoom {

    private static final int SLAB = 1 << 18;
    private static final long NOWHERE = Long.MIN_VALUE;

    /** Made when they are first written to. */
    private final byte[][] slabs;

    private final ThreadLocal<JournalWriter> writers = ThreadLocal.withInitial(JournalWriter::new);
    private long end;

    /** @param most how large it is, in bytes, about */
    public JournalRoom(long most) {
        this.slabs = new byte[(int) Math.max(1, most / SLAB)][];
    }

    private long size() {
        return (long) slabs.length * SLAB;
    }

    /** Writes entries for the thread that asks. */
    JournalWriter writer() {
        return writers.get();
    }

    /** Writes bytes, and tells where; what is larger than all the room is not kept. */
    synchronized long write(byte[] bytes, int length) {
        if (length > size()) {
            return NOWHERE;
        }
        long begin = end;
        end += length;
        for (int done = 0; done < length; ) {
            long at = begin + done;
            int offset = (int) (at % SLAB);
            int count = Math.min(length - done, SLAB - offset);
            System.arraycopy(bytes, done, slab(at), offset, count);
            done += count;
        }
        return begin;
    }

    /** Bytes that were written; empty where others have taken their place. */
    synchronized Optional<byte[]> read(long begin, int length) {
        if (isGone(begin)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            long at = begin + done;
            int offset = (int) (at % SLAB);
            int count = Math.min(length - done, SLAB - offset);
            System.arraycopy(slab(at), offset, bytes, done, count);
            done += count;
        }
        return Optional.of(bytes);
    }

    /** Whether others have taken the place of what was written there. */
    synchronized boolean isGone(long begin) {
        return begin < end - size();
    }

    private byte[] slab(long at) {
        int index = (int) (at / SLAB % slabs.length);
        byte[] slab = slabs[index];
        if (slab == null) {
            slab = new byte[SLAB];
            slabs[index] = slab;
        }
        return slab;
    }
}
