package io.platformapi.mock.call;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How far calls may go. */
public enum CallReach {
    /** To this machine: addresses that say so themselves, whatever names lead to. */
    LOOPBACK,
    /** To any address. */
    ANYWHERE,
    /** Nowhere: none is sent because of a request. */
    OFF;

    private static final Pattern OWN =
            Pattern.compile("localhost|[^.]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    /** Why an address is beyond it, as a phrase; empty if it is not. */
    public Optional<String> objection(URI address) {
        boolean own = OWN.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
        return this == ANYWHERE || own
                ? Optional.empty()
                : Optional.of("its address is not this machine's, and --callbacks=anywhere is not given");
    }
}
