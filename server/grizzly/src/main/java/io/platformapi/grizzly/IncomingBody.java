package io.platformapi.grizzly;

import java.util.Arrays;

/** A body as far as it has come. For one thread at a time. */
final class IncomingBody implements BodyReader.Sink {

    private static final int FIRST = 512;

    private int most;
    private byte[] bytes = new byte[0];
    private int length;

    /** @param most the largest body */
    IncomingBody(int most) {
        this.most = most;
    }

    @Override
    public void take(Input input, int count) throws Unreadable {
        if (count > most - length) {
            throw new Unreadable(413);
        }
        if (length + count > bytes.length) {
            int room = Math.max(length + count, Math.max(FIRST, 2 * Math.min(length, most / 2)));
            bytes = Arrays.copyOf(bytes, Math.min(most, room));
        }
        input.take(bytes, length, count);
        length += count;
    }

    /** Takes whatever comes from now on. */
    void grow() {
        most = Integer.MAX_VALUE;
    }

    /** How much memory this takes. */
    int capacity() {
        return bytes.length;
    }

    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
