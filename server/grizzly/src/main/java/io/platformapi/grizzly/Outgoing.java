package io.platformapi.grizzly;

import java.util.Arrays;

/** An answer as far as it has not been sent. For one thread at a time. */
final class Outgoing {

    /** Nothing. */
    static final Outgoing NONE = new Outgoing(new byte[0], new byte[0]);

    private final byte[] head;
    private final byte[] body;
    private int sent;

    /** @param body its body, which is not copied: others may send the same */
    Outgoing(byte[] head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** How much memory this takes. */
    int capacity() {
        return head.length + body.length;
    }

    boolean isSent() {
        return sent == head.length + body.length;
    }

    /** Sends the next part of it; the head goes with the beginning of the body. */
    void send(Line line, Runnable afterwards) {
        if (sent < head.length) {
            int count = Math.min(body.length, Math.max(0, GrizzlyServer.BUFFER - head.length));
            byte[] first = Arrays.copyOf(head, head.length + count);
            System.arraycopy(body, 0, first, head.length, count);
            sent += first.length;
            line.send(first, 0, first.length, afterwards);
        } else {
            int offset = sent - head.length;
            int count = Math.min(body.length - offset, GrizzlyServer.BUFFER);
            sent += count;
            line.send(body, offset, count, afterwards);
        }
    }
}
