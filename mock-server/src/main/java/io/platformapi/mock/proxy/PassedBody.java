package io.platformapi.mock.proxy;

import io.platformapi.grizzly.PieceTaker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that is handed on while it comes: what upstream has not taken is not asked of the client, so
 * that it takes little memory however large it is. Safe for the thread that brings it and the one that takes it.
 */
final class PassedBody implements AsyncEntityProducer, PieceTaker {

    private static final Runnable NOBODY = () -> {};

    private final long length;
    private final Duration patience;
    private final CompletableFuture<Void> sent = new CompletableFuture<>();
    private final Deque<ByteBuffer> come = new ArrayDeque<>();
    private int held;
    private long taken;
    private boolean over;
    private boolean aborted;
    private Runnable waiting = NOBODY;
    private @Nullable DataStreamChannel upstream;

    /**
     * A body.
     *
     * @param length how long it is; -1 if nobody knows
     * @param patience how long upstream may take none of it
     */
    PassedBody(long length, Duration patience) {
        this.length = length;
        this.patience = patience;
    }

    /** Comes when upstream has all of it; fails where it will not. */
    CompletableFuture<Void> sent() {
        return sent;
    }

    @Override
    public void take(byte[] piece, Runnable more) {
        boolean full;
        synchronized (this) {
            come.add(ByteBuffer.wrap(piece));
            held += piece.length;
            full = held >= OpenBody.WINDOW;
            waiting = full ? more : NOBODY;
        }
        ask();
        if (full) {
            expectProgress(taken());
        } else {
            more.run();
        }
    }

    private synchronized long taken() {
        return taken;
    }

    private void expectProgress(long before) {
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (taken() == before && !sent.isDone()) {
                        sent.completeExceptionally(new TimeoutException("upstream takes no more of the request"));
                    }
                });
    }

    @Override
    public void end() {
        synchronized (this) {
            over = true;
        }
        ask();
    }

    @Override
    public void abort() {
        synchronized (this) {
            aborted = true;
        }
        sent.completeExceptionally(new IOException("the client has broken off its request"));
        ask();
    }

    private void ask() {
        DataStreamChannel channel;
        synchronized (this) {
            channel = upstream;
        }
        if (channel != null) {
            channel.requestOutput();
        }
    }

    @Override
    public synchronized int available() {
        return over || aborted ? Math.max(1, held) : held;
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        Runnable more = NOBODY;
        boolean ended;
        synchronized (this) {
            upstream = channel;
            if (aborted) {
                throw new IOException("the client has broken off its request");
            }
            write(channel);
            if (held < OpenBody.WINDOW) {
                more = waiting;
                waiting = NOBODY;
            }
            ended = over && come.isEmpty();
        }
        if (ended && !sent.isDone()) {
            channel.endStream();
            sent.complete(null);
        }
        more.run();
    }

    private void write(DataStreamChannel channel) throws IOException {
        for (ByteBuffer next = come.peek(); next != null; next = come.peek()) {
            int count = channel.write(next);
            held -= count;
            taken += count;
            if (next.hasRemaining()) {
                return;
            }
            come.remove();
        }
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public boolean isChunked() {
        return length < 0;
    }

    @Override
    public @Nullable Set<String> getTrailerNames() {
        return null;
    }

    @Override
    public void failed(Exception cause) {
        sent.completeExceptionally(cause);
    }

    @Override
    public void releaseResources() {
        Runnable more;
        synchronized (this) { // whoever still brings some of it is told to go on, until the answer comes
            come.clear();
            held = 0;
            more = waiting;
            waiting = NOBODY;
        }
        more.run();
    }
}
