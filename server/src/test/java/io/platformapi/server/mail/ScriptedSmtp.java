package io.platformapi.server.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that says what a test wants: something, nothing, or good-bye without a word. */
final class ScriptedSmtp implements AutoCloseable {

    /** An answer after which the connection is closed. */
    static final String BREAK_OFF = "break off";

    /** No answer at all. */
    static final String SILENCE = "";

    /** An answer that never ends, though its server is never silent for long. */
    static final String DRIBBLE = "dribble";

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final SSLContext tls;
    private volatile UnaryOperator<String> script;

    /** @param script the answer to a line; null for the usual one */
    ScriptedSmtp(UnaryOperator<String> script) throws IOException {
        this(script, null);
    }

    /** The same, which can encrypt. */
    ScriptedSmtp(UnaryOperator<String> script, SSLContext tls) throws IOException {
        this.script = script;
        this.tls = tls;
        Thread thread = new Thread(this::serve, "scripted smtp");
        thread.setDaemon(true);
        thread.start();
    }

    void says(UnaryOperator<String> other) {
        script = other;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Every line that it was sent, in order. */
    List<String> lines() {
        return lines;
    }

    int connections() {
        return connections.get();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = server.accept();
                clients.add(client);
                connections.incrementAndGet();
                Thread thread = new Thread(() -> talk(client), "scripted smtp client");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // it is closed
        }
    }

    private void talk(Socket client) {
        try (client) {
            Socket current = client;
            if (!say(current, "CONNECT", "220 ready")) {
                return;
            }
            BufferedReader in = reader(current);
            boolean inMail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                boolean told = !inMail || line.equals(".");
                if (told && !say(current, line, usual(line))) {
                    return;
                }
                inMail = inMail ? !line.equals(".") : line.equals("DATA") && script.apply(line) == null;
                if (line.equals("STARTTLS")) {
                    current = encrypted(current);
                    in = reader(current);
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static String usual(String line) {
        if (line.startsWith("EHLO")) {
            return "250 scripted";
        }
        return line.equals("DATA") ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private boolean say(Socket client, String line, String usual) throws IOException {
        String answer = script.apply(line);
        if (BREAK_OFF.equals(answer)) {
            client.close();
            return false;
        }
        if (DRIBBLE.equals(answer)) {
            dribble(client);
        }
        String said = answer == null ? usual : answer;
        if (!said.isEmpty()) {
            OutputStream out = client.getOutputStream();
            out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return true;
    }

    /** A line of an answer with more lines, again and again, until nobody listens. */
    private static void dribble(Socket client) throws IOException {
        while (true) {
            client.getOutputStream().write("250-more\r\n".getBytes(StandardCharsets.US_ASCII));
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, false);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
