package io.platformapi.verify;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.verify.wire.ClientSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that make the {@code Authorization} of every request, as a picocli mixin. */
final class AccessOptions {

    private static final String AUTHORIZATION = "Authorization";

    @Option(names = "--basic", paramLabel = "NAME:PASSWORD", description = "Is let in by name and password (Basic).")
    private @Nullable String basic;

    @Option(
            names = "--token-command",
            paramLabel = "COMMAND",
            description = "Is let in by the token that this command of the shell prints, run once before the tests"
                    + " (Bearer).")
    private @Nullable String tokenCommand;

    @Option(
            names = "--oauth-client",
            paramLabel = "ID:SECRET",
            description = "Is let in by a token of OAuth's client credentials, asked for once before the tests.")
    private @Nullable String client;

    @Option(
            names = "--oauth-url",
            paramLabel = "URL",
            description = "Where tokens are had; default the tokenUrl of the document's clientCredentials flow.")
    private @Nullable String tokenUrl;

    @Option(names = "--oauth-scope", paramLabel = "SCOPE", description = "A scope to ask for; may be repeated.")
    private List<String> scopes = List.of();

    @Option(
            names = "--other-header",
            paramLabel = "NAME:VALUE",
            description = "Lets another client in, who must neither see nor change what the first one made; may be"
                    + " repeated.")
    private List<String> other = List.of();

    /** What lets another client in; nothing where there is no other. */
    Headers other(CommandLine command) {
        return ConnectionOptions.parsed(command, "--other-header", other);
    }

    /**
     * The header fields of every request, with the credential.
     *
     * @param given those that the call gives
     * @param settings how whoever gives tokens is reached
     * @throws IOException if no token is given; the message says why, without what is secret
     */
    Headers headers(CommandLine command, Headers given, Contract contract, ClientSettings settings) throws IOException {
        refuseTwo(command, given);
        if (basic != null) {
            if (basic.indexOf(':') < 1) {
                throw refused(command, "--basic takes 'name:password'; this one has no colon behind a name.");
            }
            return given.with(AUTHORIZATION, "Basic " + base64(basic));
        }
        if (tokenCommand != null) {
            return given.with(AUTHORIZATION, "Bearer " + TokenCommand.printed(tokenCommand));
        }
        return client == null
                ? given
                : given.with(AUTHORIZATION, "Bearer " + grant(command, contract).token(settings));
    }

    private ClientCredentials grant(CommandLine command, Contract contract) {
        String pair = Objects.requireNonNull(client);
        int colon = pair.indexOf(':');
        if (colon < 1) {
            throw refused(command, "--oauth-client takes 'id:secret'; this one has no colon behind an id.");
        }
        URI url;
        try {
            url = tokenUrl == null ? ClientCredentials.url(contract) : URI.create(tokenUrl);
        } catch (IllegalArgumentException e) {
            throw refused(command, "--oauth-url: " + e.getMessage() + ".");
        }
        if (!List.of("http", "https").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
            throw refused(command, "--oauth-url " + url + ": it has to begin with http:// or https:// and a host.");
        }
        return new ClientCredentials(url, pair.substring(0, colon), pair.substring(colon + 1), scopes);
    }

    private void refuseTwo(CommandLine command, Headers given) {
        long ways =
                Stream.of(basic, tokenCommand, client).filter(Objects::nonNull).count();
        if (ways > 1 || ways == 1 && given.has(AUTHORIZATION)) {
            throw refused(
                    command,
                    "There is one Authorization in a request: give one of --basic, --token-command, --oauth-client"
                            + " and --header 'Authorization: …'.");
        }
        if (client == null && (tokenUrl != null || !scopes.isEmpty())) {
            throw refused(command, "--oauth-url and --oauth-scope need --oauth-client.");
        }
    }

    static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static ParameterException refused(CommandLine command, String problem) {
        return new ParameterException(command, problem);
    }
}
