package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A server that is asked no more than so many times a second, evenly. For one thread. */
final class PacedTarget implements Target {

    private final Target server;
    private final long pause;
    private long next = System.nanoTime();

    /**
     * A server asked slowly.
     *
     * @param rate requests a second, more than nought
     */
    PacedTarget(Target server, double rate) {
        this.server = server;
        this.pause = Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
    }

    @Override
    public HttpResponse answer(HttpRequest request) throws IOException {
        long now = System.nanoTime();
        if (next - now > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(next - now);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while keeping the rate");
            }
        }
        next = Math.max(next, now) + pause;
        return server.answer(request);
    }

    @Override
    public void surplus(BiConsumer<HttpRequest, String> listener) {
        server.surplus(listener);
    }
}
