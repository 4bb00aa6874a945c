package io.platformapi.verify.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** What comes over a socket until a moment, after which nothing is waited for. */
final class TimedInput extends InputStream {

    private final Socket socket;
    private final InputStream in;
    private long end;
    private boolean come;

    TimedInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Begins to wait for another answer. */
    void begin(long nanos) {
        come = false;
        until(nanos);
    }

    /** Whether anything of it has come. */
    boolean hasCome() {
        return come;
    }

    /** Waits until then, as {@link System#nanoTime} counts. */
    void until(long nanos) {
        end = nanos;
    }

    /**
     * How long it is until a moment; more than nothing.
     *
     * @throws SocketTimeoutException if it is past
     */
    static int millisUntil(long end) throws SocketTimeoutException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        socket.setSoTimeout(millisUntil(end));
        int read = in.read(bytes, offset, length);
        come |= read > 0;
        return read;
    }
}
