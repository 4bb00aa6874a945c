package io.platformapi.verify.wire;

import io.platformapi.contract.http.Headers;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** An answer whose head is there, and whose body comes as it is read. */
public final class ComingAnswer implements Closeable {

    /** What becomes of a connection over which an answer was read to its end. */
    @FunctionalInterface
    interface Keeper {
        void leave(KeptSocket connection, boolean isKept);
    }

    private final KeptSocket connection;
    private final ClassicHttpResponse head;
    private final InputStream body;
    private final Keeper keeper;
    private boolean whole;

    ComingAnswer(KeptSocket connection, String method, ClassicHttpResponse head, Keeper keeper) throws IOException {
        this.connection = connection;
        this.head = head;
        this.keeper = keeper;
        this.body = MessageSupport.canResponseHaveBody(method, head) ? body() : InputStream.nullInputStream();
    }

    private InputStream body() throws IOException {
        try {
            long length = DefaultContentLengthStrategy.INSTANCE.determineLength(head);
            return length == ContentLengthStrategy.CHUNKED
                    ? new ChunkedInputStream(connection.buffer(), connection.in())
                    : length == ContentLengthStrategy.UNDEFINED
                            ? new IdentityInputStream(connection.buffer(), connection.in())
                            : new ContentLengthInputStream(connection.buffer(), connection.in(), length);
        } catch (HttpException e) {
            throw new IOException("nobody can tell where the answer ends: " + e.getMessage(), e);
        }
    }

    public int status() {
        return head.getCode();
    }

    /** The fields as they came. */
    public Headers headers() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Header field : head.getHeaders()) {
            fields.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                    .add(field.getValue() == null ? "" : field.getValue());
        }
        return Headers.of(fields);
    }

    /**
     * Reads on.
     *
     * @param end until when to wait, as {@link System#nanoTime} counts
     * @return how many bytes were read; -1 at the end
     * @throws java.net.SocketTimeoutException if none had come by then; more can be read afterwards
     */
    public int read(byte[] bytes, int length, long end) throws IOException {
        connection.in().until(end);
        int read = body.read(bytes, 0, length);
        whole |= read < 0;
        return read;
    }

    /** Keeps the connection for the next request if it can be; otherwise closes it, and the answer ends here. */
    @Override
    public void close() {
        if (whole) {
            keeper.leave(
                    connection,
                    DefaultConnectionReuseStrategy.INSTANCE.keepAlive(null, head, HttpCoreContext.create()));
        } else {
            connection.close();
        }
    }
}
