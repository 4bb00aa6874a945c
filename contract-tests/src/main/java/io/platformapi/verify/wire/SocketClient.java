package io.platformapi.verify.wire;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Methods;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The way to one server, for any number of threads; each exchange is its thread's own, and blocks it. Interrupting the
 * thread ends the exchange. Redirects are answers like any other.
 */
public final class SocketClient implements Closeable {

    private final URI origin;
    private final ClientSettings settings;
    private final String base;
    private final String prefix;
    private final Deque<KeptSocket> kept = new ConcurrentLinkedDeque<>();

    /**
     * The way to the server at an address.
     *
     * @param origin its scheme, host and port, and the path that targets are appended to
     */
    public SocketClient(URI origin, ClientSettings settings) {
        this.origin = origin;
        this.settings = settings;
        this.base = origin.toString().replaceAll("/+$", "");
        boolean passedOn = origin.getScheme().equalsIgnoreCase("http")
                && settings.proxy(origin).isPresent();
        this.prefix = passedOn ? origin.getScheme() + "://" + origin.getRawAuthority() : "";
    }

    /**
     * Sends a request, and reads the answer up to its body.
     *
     * @param end until when to wait, as {@link System#nanoTime} counts
     * @throws UnsendableRequest if it is none that can be sent
     * @throws SocketTimeoutException if the head of the answer had not come by then
     */
    public ComingAnswer exchange(HttpRequest request, long end) throws IOException {
        byte[] text = RequestText.of(request, base, origin.getRawAuthority(), prefix);
        Optional<KeptSocket> fresh = fresh();
        if (fresh.isPresent()) {
            try {
                return exchange(fresh.get(), request, text, end);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                if (fresh.get().isAnswering() || !Methods.isIdempotent(request.method())) {
                    throw e;
                }
                // the server closed it when the request was on its way
            }
        }
        return exchange(KeptSocket.to(origin, settings, end), request, text, end);
    }

    private ComingAnswer exchange(KeptSocket connection, HttpRequest request, byte[] text, long end)
            throws IOException {
        try {
            return new ComingAnswer(connection, request.method(), connection.head(text, end), kept::push);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Optional<KeptSocket> fresh() {
        for (KeptSocket each = kept.poll(); each != null; each = kept.poll()) {
            if (each.isFresh()) {
                return Optional.of(each);
            }
            each.close();
        }
        return Optional.empty();
    }

    /** Closes the connections that are kept. */
    @Override
    public void close() {
        for (KeptSocket each = kept.poll(); each != null; each = kept.poll()) {
            each.close();
        }
    }
}
