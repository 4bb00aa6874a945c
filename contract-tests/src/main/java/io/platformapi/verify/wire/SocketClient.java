package io.platformapi.verify.wire;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Methods;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

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
    private final Queue<Surplus> surplus = new ConcurrentLinkedQueue<>();

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
            connection.asks(request);
            return new ComingAnswer(connection, request.method(), connection.head(text, end), this::leave);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Keeps a connection for the next request if it can be, once an answer was read. */
    private void leave(KeptSocket connection, boolean isKept) {
        if (isKept && connection.surplus().isEmpty()) {
            kept.push(connection);
        } else {
            note(connection);
            connection.close();
        }
    }

    private void note(KeptSocket connection) {
        connection
                .asked()
                .map(request -> new Surplus(request, connection.surplus()))
                .filter(Surplus::isOfTheAnswer)
                .ifPresent(surplus::add);
    }

    /**
     * Tells what came behind the ends of answers since this was asked last, each with the request: much of it shows
     * only when its connection is to be used again.
     */
    public void surplus(BiConsumer<HttpRequest, String> listener) {
        for (Surplus each = surplus.poll(); each != null; each = surplus.poll()) {
            listener.accept(each.request(), each.text());
        }
    }

    /** Bytes behind the end of an answer. */
    private record Surplus(HttpRequest request, String text) {

        /** Whether it is more than an empty line, and no word of a server that has waited for a request too long. */
        boolean isOfTheAnswer() {
            return !text.isBlank() && !text.matches("(?s)HTTP/1\\.[01] 408\\b.*");
        }
    }

    private Optional<KeptSocket> fresh() {
        for (KeptSocket each = kept.poll(); each != null; each = kept.poll()) {
            if (each.isFresh()) {
                return Optional.of(each);
            }
            note(each);
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
