package io.platformapi.mock.proxy;

import io.platformapi.grizzly.PieceSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/**
 * A body that is passed on while it comes: what the client has not taken is not asked for, so that it takes little
 * memory however large it is. Safe for the thread that brings it and the one that takes it.
 */
public final class OpenBody implements PieceSource {

    /** How much is asked for at a time, in bytes. */
    static final int WINDOW = 1 << 18;

    private static final Runnable NOBODY = () -> {};

    private final Runnable leave;
    private final ByteArrayOutputStream come = new ByteArrayOutputStream();
    private Runnable waiting = NOBODY;
    private boolean over;
    private @Nullable Exception fault;
    private @Nullable CapacityChannel full;

    /**
     * A body of which some has come.
     *
     * @param leave lets go of upstream before the end
     */
    OpenBody(byte[] begun, Runnable leave) {
        this.leave = leave;
        come.writeBytes(begun);
    }

    void add(byte[] piece) {
        synchronized (this) {
            come.writeBytes(piece);
        }
        told();
    }

    /** Asks for more, at once or when the client has taken what there is. */
    void askWhereThereIsRoom(CapacityChannel upstream) throws IOException {
        synchronized (this) {
            if (come.size() >= WINDOW) {
                full = upstream;
                return;
            }
        }
        upstream.update(WINDOW);
    }

    void end() {
        synchronized (this) {
            over = true;
        }
        told();
    }

    void fail(Exception why) {
        synchronized (this) {
            fault = over ? null : why;
        }
        told();
    }

    private void told() {
        Runnable task;
        synchronized (this) {
            task = waiting;
            waiting = NOBODY;
        }
        task.run();
    }

    /** Runs something when there is a piece, or the end of it. */
    public void await(Runnable task) {
        synchronized (this) {
            if (come.size() == 0 && !over && fault == null) {
                waiting = task;
                return;
            }
        }
        task.run();
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        byte[] piece;
        CapacityChannel more;
        synchronized (this) {
            if (come.size() == 0 && fault != null) {
                throw new IOException("upstream has broken off its answer", fault);
            }
            if (come.size() == 0 && over) {
                return Optional.empty();
            }
            piece = come.toByteArray();
            come.reset();
            more = full;
            full = null;
        }
        if (more != null) {
            more.update(WINDOW);
        }
        return Optional.of(piece);
    }

    private synchronized boolean isOver() {
        return over || fault != null;
    }

    @Override
    public void close() {
        if (!isOver()) {
            leave.run();
        }
    }
}
