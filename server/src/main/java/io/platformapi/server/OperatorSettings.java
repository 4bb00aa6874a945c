package io.platformapi.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * What operators want of a server.
 *
 * @param tlsCertificate the file of the server's certificate; empty to speak http
 * @param tlsKey the file of its key
 * @param isAccessLogged whether each answer is a line of the log
 * @param adminHost the address of the port for health and metrics
 * @param adminPort that port; 0 for any that is free, empty for none
 * @param stopDelay for how long requests are taken after a stop is asked for
 */
public record OperatorSettings(
        String tlsCertificate,
        String tlsKey,
        boolean isAccessLogged,
        String adminHost,
        OptionalInt adminPort,
        Duration stopDelay) {

    /** The certificate; empty to speak http. */
    Optional<Supplier<SSLContext>> tls() {
        return tlsCertificate.isEmpty()
                ? Optional.empty()
                : Optional.of(new TlsFiles(Path.of(tlsCertificate), Path.of(tlsKey)));
    }
}
