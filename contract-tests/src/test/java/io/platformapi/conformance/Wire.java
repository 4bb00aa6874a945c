package io.platformapi.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which a test writes each byte itself. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final InputStream in;

    Wire(URI address) throws IOException {
        this.socket = new Socket(address.getHost(), address.getPort());
        this.in = socket.getInputStream();
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
    }

    /** Everything that is answered on a connection of its own, until the server closes it. */
    static String exchanged(URI address, String text) throws IOException {
        try (Wire wire = new Wire(address)) {
            wire.write(text);
            return wire.rest();
        }
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The next answer, head and body. */
    String answer() throws IOException {
        String head = head();
        String length = head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .findFirst()
                .orElse("Content-Length: 0");
        byte[] body = in.readNBytes(Integer.parseInt(length.substring("Content-Length: ".length())));
        return head + new String(body, StandardCharsets.UTF_8);
    }

    private String head() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ends after: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** What comes until the server closes the connection. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Whether nothing comes for a moment. */
    boolean isSilent() throws IOException {
        socket.setSoTimeout(200);
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
