package io.platformapi.grizzly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose body is made piece by piece, each when the client has taken the one before: so no more of it is held
 * than a piece, however long it is. For one thread at a time, but for the making.
 */
final class MadeAnswer implements Outgoing {

    private static final Logger LOG = System.getLogger(MadeAnswer.class.getPackageName());
    private static final byte[] LINE_END = {'\r', '\n'};

    private final Pacing pacing;
    private final PieceSource source;
    private byte[] piece;
    private int sent;
    private boolean over;
    private volatile Making made = new Making(null, false);

    /**
     * What making the next piece came to.
     *
     * @param bytes the piece as it is sent; null if the rest will not come
     * @param isLast whether none comes after it
     */
    private record Making(byte @Nullable [] bytes, boolean isLast) {}

    /**
     * @param begun the beginning of the body, which goes with the head
     * @param source gives the next piece of it
     */
    MadeAnswer(byte[] head, byte[] begun, Pacing pacing, PieceSource source) {
        this.pacing = pacing;
        this.source = source;
        var first = new ByteArrayOutputStream(head.length + begun.length);
        first.writeBytes(head);
        frame(begun, first);
        this.piece = first.toByteArray();
    }

    private void frame(byte[] bytes, ByteArrayOutputStream out) {
        if (bytes.length > 0 && pacing.end() == Pacing.End.MARKED) {
            out.writeBytes(Integer.toHexString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(LINE_END);
            out.writeBytes(bytes);
            out.writeBytes(LINE_END);
        } else {
            out.writeBytes(bytes);
        }
    }

    @Override
    public int capacity() {
        return piece.length;
    }

    @Override
    public boolean isSent() {
        return over && sent == piece.length;
    }

    @Override
    public boolean waits() {
        return !over && sent == piece.length;
    }

    @Override
    public void drop() {
        source.close();
    }

    /** Makes the next piece first, on the thread whose turn it is. */
    @Override
    public void whenItIsTime(Runnable task) {
        pacing.turns().accept(() -> {
            made = making();
            task.run();
        });
    }

    private Making making() {
        try {
            var out = new ByteArrayOutputStream();
            Optional<byte[]> next = source.next();
            while (next.isPresent() && next.get().length == 0) {
                next = source.next();
            }
            next.ifPresent(bytes -> frame(bytes, out));
            if (next.isEmpty() && pacing.end() == Pacing.End.MARKED) {
                out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            return new Making(out.toByteArray(), next.isEmpty());
        } catch (IOException e) {
            return new Making(null, true);
        } catch (RuntimeException | Error fault) {
            OutOfMemory.tell(fault);
            LOG.log(Level.ERROR, "an answer is broken off for a fault of the server's own", fault);
            return new Making(null, true);
        }
    }

    @Override
    public void send(Line line, Runnable afterwards) {
        if (sent == piece.length) {
            byte[] next = made.bytes();
            if (next == null) {
                line.reset();
                return;
            }
            piece = next;
            sent = 0;
            over = made.isLast();
        }
        int count = Math.min(piece.length - sent, GrizzlyServer.BUFFER);
        int from = sent;
        sent += count;
        if (count == 0) {
            afterwards.run();
        } else {
            line.send(piece, from, count, afterwards);
        }
    }
}
