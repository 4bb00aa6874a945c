package io.platformapi.grizzly;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.NIOTransport;

/**
 * A connection of Grizzly's: what is done to it, not what comes from it. For one thread at a time, but for
 * {@link #hold} and {@link #cut}.
 */
final class Line {

    private static final Logger LOG = System.getLogger(Line.class.getPackageName());

    /** How much the network keeps of what a client has not read, in bytes; enough for one that is far away. */
    private static final int UNREAD = 1 << 17;

    private final NIOConnection connection;
    private volatile boolean paused;

    Line(Connection<?> connection) {
        this.connection = (NIOConnection) connection;
        bound((SocketChannel) this.connection.getChannel());
    }

    /** The address of the client, as the network has it; empty if it is gone. */
    String peer() {
        return connection.getPeerAddress() instanceof InetSocketAddress client && client.getAddress() != null
                ? client.getAddress().getHostAddress()
                : "";
    }

    /** Keeps the network from taking thousands of answers for whoever reads none: all of them would be made. */
    private void bound(SocketChannel channel) {
        try {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, UNREAD);
        } catch (IOException e) {
            cut();
        }
    }

    /** Reads on, or not, as far as a conversation has got. */
    void follow(Stage stage) {
        if (stage.isDeaf()) {
            pause();
        } else {
            resume();
        }
    }

    /** Reads no more from the client, who then cannot send more than the network holds. */
    void pause() {
        if (!paused) {
            hold();
        }
    }

    /**
     * Reads no more until somebody resumes. On the thread that reads: what comes while another is at work would pile up
     * before it can say that it has enough.
     */
    void hold() {
        paused = true;
        try {
            connection.disableIOEvent(IOEvent.READ);
        } catch (IOException e) {
            cut();
        }
    }

    /** Reads on. */
    void resume() {
        if (paused) {
            paused = false;
            try {
                connection.enableIOEvent(IOEvent.READ);
            } catch (IOException e) {
                cut();
            }
        }
    }

    /**
     * Runs something on the thread that reads, after every other connection of that thread has had its turn; not at all
     * once the connection is gone.
     */
    void afterOthers(Runnable turn) {
        ((NIOTransport) connection.getTransport())
                .getSelectorHandler()
                .enque(connection.getSelectorRunner(), () -> taken(turn), null);
    }

    private static boolean taken(Runnable turn) {
        turn.run();
        return true;
    }

    /**
     * Sends a part of some bytes, which must not change.
     *
     * @param sent what happens when the client's side has taken them
     */
    void send(byte[] bytes, int offset, int count, Runnable sent) {
        connection.write(
                Buffers.wrap(null, bytes, offset, count),
                new EmptyCompletionHandler<WriteResult<Buffer, SocketAddress>>() {
                    @Override
                    public void completed(WriteResult<Buffer, SocketAddress> result) {
                        sent.run();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        OutOfMemory.tell(failure);
                        cut();
                    }
                });
    }

    /** Says that nothing more is sent, while the client may go on for a moment: else it would not read its answer. */
    void finish() {
        try {
            ((SocketChannel) connection.getChannel()).shutdownOutput();
        } catch (IOException e) {
            cut();
        }
    }

    /** Ends the connection at once and tells the client that something is wrong, whatever is still to be sent. */
    void reset() {
        try {
            ((SocketChannel) connection.getChannel()).setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // it ends in another way then
        }
        cut();
    }

    /** Ends the connection as it is to end after an answer. */
    void end(Answers.After after) {
        try {
            if (after == Answers.After.RESET) {
                ((SocketChannel) connection.getChannel()).setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection is closed where it was to be reset", e);
        }
        cut();
    }

    /** Ends the connection at once, whatever is still to be sent. On any thread. */
    void cut() {
        connection.terminateSilently();
    }
}
