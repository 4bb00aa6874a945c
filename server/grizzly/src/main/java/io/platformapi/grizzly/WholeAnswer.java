package io.platformapi.grizzly;

import java.util.Arrays;

/** An answer whose body is known from the beginning. For one thread at a time. */
final class WholeAnswer implements Outgoing {

    private final byte[] head;
    private final byte[] body;
    private final Pacing pacing;
    private int sent;

    /** @param body its body, which is not copied: others may send the same */
    WholeAnswer(byte[] head, byte[] body) {
        this(head, body, Pacing.NONE);
    }

    /** The same, the body of which is spread over time. */
    WholeAnswer(byte[] head, byte[] body, Pacing pacing) {
        this.pacing = pacing;
        this.head = head;
        this.body = body;
    }

    @Override
    public int capacity() {
        return head.length + body.length;
    }

    @Override
    public boolean isSent() {
        return sent == head.length + body.length;
    }

    private boolean isPaced() {
        return !pacing.ends().isEmpty();
    }

    @Override
    public boolean waits() {
        int offset = sent - head.length;
        return isPaced() && !isSent() && (offset == 0 || pacing.ends().contains(offset));
    }

    @Override
    public void whenItIsTime(Runnable task) {
        pacing.turns().accept(task);
    }

    /** The head goes with the beginning of the body. */
    @Override
    public void send(Line line, Runnable afterwards) {
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
