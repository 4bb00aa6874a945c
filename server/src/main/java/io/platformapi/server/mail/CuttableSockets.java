package io.platformapi.server.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sockets, of which the last can be cut off by another thread: a server that dribbles keeps every time-out. */
final class CuttableSockets extends SocketFactory {

    private static final Logger LOG = LoggerFactory.getLogger(CuttableSockets.class);

    private volatile @Nullable Socket last;

    /** Ends what the last socket is used for. */
    void cut() {
        Socket socket = last;
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debug("a connection to the mail server ends badly", e);
        }
    }

    private Socket kept(Socket socket) {
        last = socket;
        return socket;
    }

    @Override
    public Socket createSocket() {
        return kept(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return kept(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return kept(new Socket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return kept(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return kept(new Socket(host, port, from, fromPort));
    }
}
