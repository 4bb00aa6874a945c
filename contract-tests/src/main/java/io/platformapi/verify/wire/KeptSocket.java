package io.platformapi.verify.wire;

import io.platformapi.contract.http.HttpRequest;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.jspecify.annotations.Nullable;

/** One connection to a server, used by one thread at a time. */
final class KeptSocket implements Closeable {

    private static final String UNANSWERED = "the connection was closed without an answer";
    private static final int CONNECTING_MILLIS = 10_000;
    private static final int BUFFER = 8192;
    private static final int TAKEN_AT_ONCE = 8192;
    private static final int SHOWN = 60;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxLineLength(1 << 18)
            .setMaxHeaderCount(10_000)
            .build();

    private final SocketChannel channel;
    private final Socket socket;
    private final TimedInput in;
    private final SessionInputBufferImpl buffer = new SessionInputBufferImpl(BUFFER, HEADS.getMaxLineLength());

    private @Nullable HttpRequest asked;
    private String surplus = "";

    private KeptSocket(SocketChannel channel, Socket socket) throws IOException {
        this.channel = channel;
        this.socket = socket;
        this.in = new TimedInput(socket);
    }

    /**
     * Connects.
     *
     * @param end until when to wait, as {@link System#nanoTime} counts
     * @throws SocketTimeoutException if it had not come about by then
     * @throws UnknownHostException if no address is known by the name
     * @throws ConnectException if nobody takes the connection
     */
    static KeptSocket to(URI origin, ClientSettings settings, long end) throws IOException {
        boolean secure = "https".equalsIgnoreCase(origin.getScheme());
        int port = origin.getPort() < 0 ? secure ? HTTPS : HTTP : origin.getPort();
        Optional<InetSocketAddress> proxy = settings.proxy(origin);
        SocketChannel channel = proxy.isPresent()
                ? connected(proxy.get().getHostString(), proxy.get().getPort(), end)
                : connected(origin.getHost(), port, end);
        try {
            if (!secure) {
                return new KeptSocket(channel, channel.socket());
            }
            if (proxy.isPresent()) {
                tunnel(channel, origin.getHost() + ":" + port, end);
            }
            return new KeptSocket(channel, secured(channel, origin.getHost(), port, settings, end));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The first of a name's addresses at which somebody listens. */
    private static SocketChannel connected(String host, int port, long end) throws IOException {
        IOException silence = new UnknownHostException(host);
        for (InetAddress address : InetAddress.getAllByName(host)) {
            SocketChannel channel = SocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                int left = Math.min(CONNECTING_MILLIS, TimedInput.millisUntil(end));
                channel.socket().connect(new InetSocketAddress(address, port), left);
                return channel;
            } catch (SocketTimeoutException e) {
                silence = System.nanoTime() - end >= 0 ? e : new ConnectException("nobody takes the connection");
            } catch (ConnectException e) {
                silence = new ConnectException("nobody listens");
            } catch (IOException e) {
                silence = e;
            }
            channel.close();
        }
        throw silence;
    }

    private static void tunnel(SocketChannel channel, String server, long end) throws IOException {
        String asked = "CONNECT " + server + " HTTP/1.1\r\nHost: " + server + "\r\n\r\n";
        int status = new KeptSocket(channel, channel.socket())
                .head(asked.getBytes(StandardCharsets.US_ASCII), end)
                .getCode();
        if (status / 100 != 2) {
            throw new IOException("the proxy answers " + status);
        }
    }

    private static Socket secured(SocketChannel channel, String host, int port, ClientSettings settings, long end)
            throws IOException {
        String name = host.replaceAll("[\\[\\]]", "");
        SSLSocket socket = (SSLSocket) settings.sockets().createSocket(channel.socket(), name, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        inTime(channel, end, socket::startHandshake);
        return socket;
    }

    /** Something that talks over a socket. */
    @FunctionalInterface
    private interface Talk {
        void talk() throws IOException;
    }

    /**
     * Does what no limit of a socket's own ends: the channel is closed when the time is over.
     *
     * @throws SocketTimeoutException if it was
     */
    private static void inTime(SocketChannel channel, long end, Talk talk) throws IOException {
        var done = new CompletableFuture<Boolean>()
                .completeOnTimeout(false, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        done.thenAccept(isDone -> {
            if (!isDone) {
                closeQuietly(channel);
            }
        });
        try {
            talk.talk();
        } catch (IOException e) {
            if (done.isDone()) {
                throw new SocketTimeoutException("the time is over");
            }
            throw e;
        } finally {
            done.complete(true);
        }
    }

    private static void closeQuietly(Closeable closed) {
        try {
            closed.close();
        } catch (IOException e) {
            // it is of no use any more, closed or not
        }
    }

    /** Whether anything of the answer to the last request has come. */
    boolean isAnswering() {
        return in.hasCome();
    }

    /** Whether it can be used again: it is open, and nothing came over it that nobody asked for. */
    boolean isFresh() {
        if (!channel.isOpen() || !surplus().isEmpty()) {
            return false;
        }
        if (socket instanceof SSLSocket) {
            return !socket.isClosed(); // what lies in the channel may be a ticket for later
        }
        try {
            ByteBuffer more = ByteBuffer.allocate(SHOWN);
            channel.configureBlocking(false);
            int read = channel.read(more);
            channel.configureBlocking(true);
            surplus = new String(more.array(), 0, Math.max(0, read), StandardCharsets.ISO_8859_1);
            return read == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What came behind the end of the last answer, as far as it is known by now, or the beginning of it. */
    String surplus() {
        if (surplus.isEmpty() && buffer.hasBufferedData()) {
            byte[] more = new byte[Math.min(SHOWN, buffer.length())];
            try {
                buffer.read(more, in);
            } catch (IOException e) {
                return surplus; // it is in the buffer
            }
            surplus = new String(more, StandardCharsets.ISO_8859_1);
        }
        return surplus;
    }

    /** The last request that was sent over it. */
    Optional<HttpRequest> asked() {
        return Optional.ofNullable(asked);
    }

    /** Takes which request is sent over it next. */
    void asks(HttpRequest request) {
        asked = request;
    }

    /**
     * Writes a request, and reads the head of its final answer.
     *
     * @param end until when to wait, as {@link System#nanoTime} counts
     */
    ClassicHttpResponse head(byte[] request, long end) throws IOException {
        in.begin(end);
        IOException unwritten = null;
        try {
            write(request, end);
        } catch (IOException e) {
            unwritten = e; // whoever refuses a body may answer before it has read all of it
        }
        try {
            return head();
        } catch (IOException e) {
            if (unwritten != null) {
                e.addSuppressed(unwritten);
            }
            throw e;
        }
    }

    /** Only what a socket does not take at once can keep its writer waiting, so only that is watched. */
    private void write(byte[] request, long end) throws IOException {
        if (request.length <= TAKEN_AT_ONCE) {
            socket.getOutputStream().write(request);
            return;
        }
        inTime(channel, end, () -> socket.getOutputStream().write(request));
    }

    private ClassicHttpResponse head() throws IOException {
        try {
            ClassicHttpResponse head;
            do {
                head = new DefaultHttpResponseParser(HEADS).parse(buffer, in);
            } while (head != null && head.getCode() / 100 == 1 && head.getCode() != 101);
            if (head == null) {
                throw new IOException(UNANSWERED);
            }
            if (!buffer.hasBufferedData()) {
                QuickAcknowledgement.send(channel);
            }
            return head;
        } catch (NoHttpResponseException | ConnectionClosedException e) {
            throw new IOException(UNANSWERED, e);
        } catch (HttpException e) {
            throw new IOException("this is no answer of HTTP: " + e.getMessage(), e);
        }
    }

    SessionInputBufferImpl buffer() {
        return buffer;
    }

    TimedInput in() {
        return in;
    }

    @Override
    public void close() {
        closeQuietly(socket);
        closeQuietly(channel);
    }
}
