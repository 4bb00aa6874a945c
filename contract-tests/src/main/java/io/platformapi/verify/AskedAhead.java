package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * A server that is asked several things at a time, by workers of its own: whoever knows what it will ask next tells so,
 * and finds the answer there, or on its way, when it asks. The order in which answers are looked at is not changed by
 * it. For one thread.
 */
final class AskedAhead implements Target, Closeable {

    private final Target server;
    private final int workers;
    private final ExecutorService working;
    private final Map<HttpRequest, Future<HttpResponse>> begun = new IdentityHashMap<>();

    /**
     * A server for so many workers.
     *
     * @param server for any number of threads
     */
    AskedAhead(Target server, int workers) {
        this.server = server;
        this.workers = workers;
        this.working = Executors.newFixedThreadPool(workers, work -> {
            Thread thread = new Thread(work, "verify-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public int ahead() {
        return workers;
    }

    @Override
    public void begin(HttpRequest request) {
        begun.put(request, working.submit(() -> server.answer(request)));
    }

    @Override
    public HttpResponse answer(HttpRequest request) throws IOException {
        Future<HttpResponse> coming = begun.remove(request);
        if (coming == null) {
            return server.answer(request);
        }
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException silence) {
                throw silence;
            }
            if (e.getCause() instanceof RuntimeException mistake) {
                throw mistake;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void surplus(BiConsumer<HttpRequest, String> listener) {
        server.surplus(listener);
    }

    /** Gives up what is on its way. */
    @Override
    public void close() {
        working.shutdownNow();
    }
}
