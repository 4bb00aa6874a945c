package io.platformapi.server.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Somebody who gives a server commands, at the socket beside its database file. */
public final class ControlClient {

    private static final int BROKEN_OFF = 2;

    private ControlClient() {}

    /**
     * Has a command run by the server that has the file open.
     *
     * @return the status of the command; empty if no server takes commands there
     */
    public static OptionalInt run(Path file, Order order, PrintWriter out, PrintWriter err) {
        SocketChannel connection;
        try {
            connection = SocketChannel.open(UnixDomainSocketAddress.of(ControlSocket.beside(file)));
        } catch (IOException | RuntimeException e) { // also where there are no such sockets, or the path is too long
            return OptionalInt.empty();
        }
        try (connection) {
            order.write(new DataOutputStream(Channels.newOutputStream(connection)));
            return OptionalInt.of(status(new DataInputStream(Channels.newInputStream(connection)), out, err));
        } catch (IOException e) {
            err.println("server: it ended before it told what became of the command");
            err.flush();
            return OptionalInt.of(BROKEN_OFF);
        }
    }

    private static int status(DataInputStream answer, PrintWriter out, PrintWriter err) throws IOException {
        while (true) {
            byte stream = answer.readByte();
            int number = answer.readInt();
            if (stream == ControlSocket.END) {
                return number;
            }
            String text = new String(answer.readNBytes(number), StandardCharsets.UTF_8);
            PrintWriter to = stream == ControlSocket.OUT ? out : err;
            to.print(text);
            to.flush();
        }
    }
}
