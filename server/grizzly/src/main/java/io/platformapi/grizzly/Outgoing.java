package io.platformapi.grizzly;

import java.util.Arrays;

/** An answer as far as it has not been sent. For one thread at a time. */
final class Outgoing {

    /** Nothing. */
    static final Outgoing NONE = new Outgoing(new byte[0], new byte[0]);

    private final byte[] head;
    private final byte[] body;
    private final Pacing pacing;
    private int sent;

    /** @param body its body, which is not copied: others may send the same */
    Outgoing(byte[] head, byte[] body) {
        this(head, body, Pacing.NONE);
    }

    /** The same, the body of which is spread over time. */
    Outgoing(byte[] head, byte[] body, Pacing pacing) {
        this.pacing = pacing;
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

    private boolean isPaced() {
        return !pacing.ends().isEmpty();
    }

    /** Whether the next part has to wait for its turn. */
    boolean waits() {
        int offset = sent - head.length;
        return isPaced() && !isSent() && (offset == 0 || pacing.ends().contains(offset));
    }

    /** Runs something when the turn of the next part has come. */
    void whenItIsTime(Runnable task) {
        pacing.turns().accept(task);
    }

    /** Sends the next part of it; the head goes with the beginning of the body. */
    void send(Line line, Runnable afterwards) {
        if (sent < head.length && isPaced()) {
            sent += head.length;
            line.send(head, 0, head.length, afterwards);
        } else if (sent < head.length) {
            int count = Math.min(body.length, Math.max(0, GrizzlyServer.BUFFER - head.length));
            byte[] first = Arrays.copyOf(head, head.length + count);
            System.arraycopy(body, 0, first, head.length, count);
            sent += first.length;
            line.send(first, 0, first.length, afterwards);
        } else {
            int offset = sent - head.length;
            int count = Math.min(pacing.pieceAt(offset, body.length), GrizzlyServer.BUFFER);
            sent += count;
            line.send(body, offset, count, afterwards);
        }
    }
}
