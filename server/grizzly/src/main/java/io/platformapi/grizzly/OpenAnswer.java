package io.platformapi.grizzly;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** An answer that goes on, whenever its turn comes, with what there is then. For one thread at a time. */
final class OpenAnswer implements Outgoing {

    private static final byte[] NONE = {};

    private final Pacing pacing;
    private final PieceSource source;
    private byte[] piece;
    private int sent;
    private boolean over;

    /** @param source gives the next piece of the body */
    OpenAnswer(byte[] head, Pacing pacing, PieceSource source) {
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
        return over;
    }

    @Override
    public boolean isEndless() {
        return true;
    }

    @Override
    public boolean waits() {
        return piece.length == 0 && !over;
    }

    @Override
    public void drop() {
        source.close();
    }

    @Override
    public void whenItIsTime(Runnable task) {
        pacing.turns().accept(task);
    }

    @Override
    public void send(Line line, Runnable afterwards) {
        if (piece.length > 0) {
            sendPart(line, afterwards);
            return;
        }
        try {
            Optional<byte[]> next = source.next();
            over = next.isEmpty();
            piece = next.orElse(NONE);
            sendPart(line, afterwards);
        } catch (IOException e) {
            line.reset();
        }
    }

    private void sendPart(Line line, Runnable afterwards) {
        if (piece.length == 0) {
            afterwards.run();
            return;
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
