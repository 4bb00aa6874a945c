package io.platformapi.server.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket beside the file of an embedded database, at which its server takes commands. It lies in a folder that only
 * the owner may enter, so that whoever reaches it could read the database as well.
 */
public final class ControlSocket implements AutoCloseable {

    static final byte OUT = 1;
    static final byte ERR = 2;
    static final byte END = 0;

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

    private final ServerSocketChannel socket;
    private final Path path;
    private final Commands commands;

    private ControlSocket(ServerSocketChannel socket, Path path, Commands commands) {
        this.socket = socket;
        this.path = path;
        this.commands = commands;
    }

    /** What runs a command in the server; tells its status. */
    @FunctionalInterface
    public interface Commands {
        int run(Order order, PrintWriter out, PrintWriter err);
    }

    /** Where the socket for a database file is. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".control").resolve("socket");
    }

    /** Listens beside a database file that this process has open; empty, and a line in the log, where it cannot. */
    public static Optional<ControlSocket> open(Path file, Commands commands) {
        Path path = beside(file);
        try {
            makeFolder(Objects.requireNonNull(path.getParent()));
            Files.deleteIfExists(path); // of a server that was killed: the file is this one's now
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(path));
            var socket = new ControlSocket(channel, path, commands);
            start(socket::listen);
            return Optional.of(socket);
        } catch (IOException | RuntimeException e) {
            LOG.warn("no commands while the server runs: cannot listen at {}: {}", path, e.getMessage());
            return Optional.empty();
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (isPosix && !Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
        if (isPosix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "control");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (socket.isOpen()) {
            try {
                SocketChannel connection = socket.accept();
                start(() -> answer(connection));
            } catch (IOException e) {
                if (socket.isOpen()) {
                    LOG.warn("a command was not taken: {}", e.getMessage());
                }
            }
        }
    }

    private void answer(SocketChannel connection) {
        try (connection) {
            var out = new DataOutputStream(Channels.newOutputStream(connection));
            Order order = Order.read(new DataInputStream(Channels.newInputStream(connection)));
            int status = commands.run(order, writer(out, OUT), writer(out, ERR));
            out.writeByte(END);
            out.writeInt(status);
            out.flush();
        } catch (IOException e) {
            LOG.warn("whoever gave a command did not wait for its end: {}", e.getMessage());
        }
    }

    private static PrintWriter writer(DataOutputStream connection, byte stream) {
        return new PrintWriter(
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        connection.writeByte(stream);
                        connection.writeInt(length);
                        connection.write(bytes, from, length);
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
            Files.deleteIfExists(path);
            Files.deleteIfExists(path.getParent());
        } catch (IOException e) {
            LOG.warn("cannot remove {}: {}", path, e.getMessage());
        }
    }
}
