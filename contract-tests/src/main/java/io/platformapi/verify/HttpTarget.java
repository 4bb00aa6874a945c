package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import io.platformapi.verify.wire.ClientSettings;
import io.platformapi.verify.wire.ComingAnswer;
import io.platformapi.verify.wire.SocketClient;
import io.platformapi.verify.wire.UnsendableRequest;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.function.BiConsumer;

/** A server at an address. Redirects are answers like any other, and are not followed. For any number of threads. */
public final class HttpTarget implements Target, Closeable {

    private final SocketClient client;
    private final RunLimits limits;

    /** The server at a URL such as {@code http://127.0.0.1:4010}; paths are appended to it. */
    public HttpTarget(URI url) {
        this(url, ClientSettings.usual(), RunLimits.usual());
    }

    /** The server at a URL, reached as the caller says, whose answers are read as far as the limits let them. */
    public HttpTarget(URI url, ClientSettings settings, RunLimits limits) {
        this.client = new SocketClient(url, settings);
        this.limits = limits;
    }

    /**
     * Sends a request and reads the answer.
     *
     * @throws UnsendableRequest if no client of HTTP could send it
     */
    @Override
    public HttpResponse answer(HttpRequest request) throws IOException {
        if (!limits.sending().allows(request.method())) {
            throw new UnsendableRequest("it may change something, and --read-only was given");
        }
        long end = System.nanoTime() + limits.answer().toNanos();
        try (ComingAnswer incoming = client.exchange(request, end)) {
            return new Reception(incoming, limits, end).answer();
        } catch (UnsendableRequest | UnfinishedAnswer e) {
            throw e;
        } catch (SocketTimeoutException e) {
            throw new HttpTimeoutException("no answer within " + RunLimits.shown(limits.answer()));
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while waiting for an answer");
            }
            throw Silence.of(e);
        }
    }

    @Override
    public void surplus(BiConsumer<HttpRequest, String> listener) {
        client.surplus(listener);
    }

    /** Closes the connections that are kept; the server can still be asked. */
    @Override
    public void close() {
        client.close();
    }
}
