package io.platformapi.mock;

import io.platformapi.grizzly.Limits;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the command on where it listens, and how much it reads there. */
final class ListenSettings {

    private static final int MOST_PORTS = 65_535;
    private static final int MOST_BYTES = 1 << 29;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--host",
            defaultValue = "${env:MOCK_HOST:-127.0.0.1}",
            description = "The address to listen on; MOCK_HOST says another (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    private int port;

    private int largestBody = Limits.USUAL.bodyBytes();

    /** The port, of those there are. */
    @Option(
            names = "--port",
            defaultValue = "4010",
            description = "The port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    void port(int wanted) {
        if (wanted < 0 || wanted > MOST_PORTS) {
            throw refused("There is no port " + wanted + ": ports go from 0 to " + MOST_PORTS);
        }
        port = wanted;
    }

    /** How large a body may be. */
    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "65536",
            description = "The largest body that is read, say of a file that is uploaded (default: ${DEFAULT-VALUE}).")
    void largestBody(int bytes) {
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw refused("There is no body of " + bytes + " bytes: write 1 to " + MOST_BYTES);
        }
        largestBody = bytes;
    }

    private ParameterException refused(String problem) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), problem);
    }

    /** Where it listens; not looked up yet. */
    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(host, port);
    }

    /** What is read there. */
    Limits limits() {
        return Limits.USUAL.withBodyBytes(largestBody);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
