package io.platformapi.grizzly;

import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;

/** What commands say where nobody can listen: which of the two, the host or the port, has to be another. */
public final class ListeningFault {

    private ListeningFault() {}

    /**
     * One line with what to do.
     *
     * @param where host and port, as {@code 127.0.0.1:4010}
     * @param fault an {@link IOException} or {@link UnresolvedAddressException}
     */
    public static String told(String where, Exception fault) {
        String reason = String.valueOf(fault.getMessage());
        if (fault instanceof UnresolvedAddressException || reason.contains("Unresolved")) {
            return "cannot listen on " + where + ": there is no such host; name an address of this machine with --host";
        }
        if (reason.contains("assign requested address")) {
            return "cannot listen on " + where + ": that is no address of this machine; name one with --host";
        }
        return "cannot listen on " + where + ": " + reason + "; choose another with --port, 0 for any that is free";
    }
}
