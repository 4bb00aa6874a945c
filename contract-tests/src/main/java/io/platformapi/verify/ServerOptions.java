package io.platformapi.verify;

import io.platformapi.contract.http.Headers;
import io.platformapi.verify.wire.ClientSettings;
import java.net.URI;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where the server is and how it is talked to, as a picocli mixin. */
final class ServerOptions {

    private static final String URL = "--url";

    @Option(names = URL, paramLabel = "URL", description = "Where the server is; paths are appended.")
    private String url = "";

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    /** Takes an address, where none is given. */
    void take(String usual) {
        url = usual;
    }

    boolean isGiven() {
        return !url.isEmpty();
    }

    /** Where the server is. */
    URI url(CommandLine command) {
        return ServerAddress.read(command, URL, url);
    }

    /** The header fields of every request. */
    Headers headers(CommandLine command) {
        return connection.headers(command);
    }

    /** The query parameters of every request. */
    Map<String, String> query(CommandLine command) {
        return connection.query(command);
    }

    /** How the server is reached, trusting whom the options say. */
    ClientSettings client(CommandLine command) {
        return connection.client(command);
    }
}
