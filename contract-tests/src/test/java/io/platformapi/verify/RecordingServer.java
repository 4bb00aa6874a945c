package io.platformapi.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that keeps what it is sent as bytes, so that nothing between is tidied away, and answers 200. */
final class RecordingServer implements AutoCloseable {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final List<Sent> received = new CopyOnWriteArrayList<>();

    /**
     * A request as it was sent.
     *
     * @param line the first line, byte by byte
     * @param fields the header fields by their names in lower case, several values in their order
     * @param body the body, byte by byte
     */
    record Sent(String line, TreeMap<String, String> fields, String body) {}

    private RecordingServer(ServerSocket socket) {
        this.socket = socket;
    }

    static RecordingServer start() throws IOException {
        RecordingServer server = new RecordingServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(server::serve, "recording server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    List<Sent> received() {
        return received;
    }

    private void serve() {
        try {
            while (true) {
                try (Socket connection = socket.accept()) {
                    received.add(sent(connection.getInputStream()));
                    connection.getOutputStream().write(ANSWER);
                }
            }
        } catch (SocketException e) {
            // closed: the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sent sent(InputStream in) throws IOException {
        String line = line(in);
        TreeMap<String, String> fields = new TreeMap<>();
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            int colon = field.indexOf(':');
            fields.merge(
                    field.substring(0, colon).toLowerCase(Locale.ROOT),
                    field.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        byte[] body = in.readNBytes(Integer.parseInt(fields.getOrDefault("content-length", "0")));
        return new Sent(line, fields, new String(body, StandardCharsets.ISO_8859_1));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
