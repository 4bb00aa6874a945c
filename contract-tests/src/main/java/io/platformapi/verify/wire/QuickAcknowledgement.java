package io.platformapi.verify.wire;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/**
 * Lets a server know at once that something has come.
 *
 * <p>Many servers write head and body of an answer on their own, and hold back the second until the first is known to
 * have come: that takes 40 ms where nobody hurries (RFC 896 beside RFC 1122, section 4.2.3.2). Linux alone can be asked
 * to.
 */
final class QuickAcknowledgement {

    private static final boolean SUPPORTED = isSupported();

    private QuickAcknowledgement() {}

    private static boolean isSupported() {
        try (SocketChannel any = SocketChannel.open()) {
            return any.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        } catch (IOException e) {
            return false;
        }
    }

    /** Acknowledges what has come over a channel, if the system lets it. */
    static void send(SocketChannel channel) throws IOException {
        if (SUPPORTED) {
            channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }
}
