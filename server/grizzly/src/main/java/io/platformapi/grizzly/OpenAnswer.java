package io.platformapi.grizzly;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * An answer that goes on as long as the connection does: whenever its turn comes, with what there is then. For one
 * thread at a time.
 */
final class OpenAnswer implements Outgoing {

    private static final byte[] NONE = {};

    private final Pacing pacing;
    private final Supplier<byte[]> source;
    private byte[] piece;
    private int sent;

    /** @param source gives the next piece of the body */
    OpenAnswer(byte[] head, Pacing pacing, Supplier<byte[]> source) {
        this.piece = head;
        this.pacing = pacing;
        this.source = source;
    }

    @Override
    public int capacity() {
        return piece.length;
    }

    @Override
    public boolean isSent() {
        return false;
    }

    @Override
    public boolean isEndless() {
        return true;
    }

    @Override
    public boolean waits() {
        return piece.length == 0;
    }

    @Override
    public void whenItIsTime(Runnable task) {
        pacing.turns().accept(task);
    }

    @Override
    public void send(Line line, Runnable afterwards) {
        if (piece.length == 0) {
            piece = source.get();
        }
        byte[] part = Arrays.copyOfRange(piece, sent, Math.min(piece.length, sent + GrizzlyServer.BUFFER));
        sent += part.length;
        if (sent == piece.length) { // nothing is held of it while its successor is waited for
            piece = NONE;
            sent = 0;
        }
        line.send(part, 0, part.length, afterwards);
    }
}
