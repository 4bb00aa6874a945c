package io.platformapi.server.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An account at an SMTP server.
 *
 * @param host the server; empty for none
 * @param user whom the server knows this one as; empty if it asks for nobody
 * @param encryption whether the connection is encrypted by STARTTLS (RFC 3207)
 */
public record SmtpAccount(String host, int port, String user, String password, Encryption encryption) {

    /** When a connection is encrypted. */
    public enum Encryption {
        /** Always: nothing is sent through a server that does not offer it. */
        REQUIRED,
        /** If the server offers it. */
        OFFERED,
        /** Never, whatever the server offers. */
        NEVER;

        /** The one of this name, in small letters. */
        public static Optional<Encryption> named(String name) {
            return Stream.of(values())
                    .filter(any -> any.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
