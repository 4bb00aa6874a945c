package io.platformapi.verify.checks;

import java.io.IOException;

/**
 * Tells a mock, which takes any credential, from a server.
 *
 * <p>It is known by answering a preference that only mocks have ({@code Prefer: code}), which every other server passes
 * over (RFC 7240, section 2).
 */
final class Mocks {

    private static final String NO_STATUS = "code=000";

    private Mocks() {}

    static boolean answered(Exchange exchange) {
        try {
            int preferred = exchange.target()
                    .answer(exchange.asked().request().with("Prefer", NO_STATUS))
                    .status();
            int again = exchange.target().answer(exchange.asked().request()).status();
            return preferred != again;
        } catch (IOException e) {
            return false;
        }
    }
}
