package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/** A server that is asked no more than so many times a second, evenly. For any number of threads. */
final class PacedTarget implements Target {

    private final Target server;
    private final long pause;
    private final LongSupplier clock;
    private final Sleeper sleeper;
    private long next;

    /** Waits for so many nanoseconds. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(long nanos) throws InterruptedException;
    }

    /**
     * A server asked slowly.
     *
     * @param rate requests a second, more than nought
     */
    PacedTarget(Target server, double rate) {
        this(server, rate, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    /** The same by a clock. */
    PacedTarget(Target server, double rate, LongSupplier clock, Sleeper sleeper) {
        this.server = server;
        this.pause = Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
        this.clock = clock;
        this.sleeper = sleeper;
        this.next = clock.getAsLong();
    }

    @Override
    public HttpResponse answer(HttpRequest request) throws IOException {
        long wait = untilTurn(clock.getAsLong());
        if (wait > 0) {
            try {
                sleeper.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while keeping the rate");
            }
        }
        return server.answer(request);
    }

    /** How long to wait for the next turn, which is taken by this. */
    private synchronized long untilTurn(long now) {
        long turn = Math.max(next, now);
        next = turn + pause;
        return turn - now;
    }

    @Override
    public void surplus(BiConsumer<HttpRequest, String> listener) {
        server.surplus(listener);
    }
}
