package io.platformapi.verify;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.source.FileFault;
import io.platformapi.verify.wire.ClientSettings;
import io.platformapi.verify.wire.FieldRules;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how a server is talked to, wherever it is, as a picocli mixin. */
public final class ConnectionOptions {

    private static final Pattern PROXY = Pattern.compile("(?:http://)?([^/:@\\s]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})/?");

    @Option(
            names = "--header",
            paramLabel = "NAME:VALUE",
            description = "A header of every request, such as a credential or a cookie.")
    private List<String> headers = List.of();

    @Option(
            names = "--query",
            paramLabel = "NAME=VALUE",
            description = "A query parameter of every request, such as an API key, as plain text.")
    private List<String> query = List.of();

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "Trusts the certificates of this file (PEM), and whom they vouch for, alone.")
    private @Nullable Path authorities;

    @Option(
            names = "--proxy",
            paramLabel = "HOST:PORT",
            description = "Sends every request by way of this proxy (HTTP).")
    private @Nullable String proxy;

    @Option(names = "--insecure", description = "Trusts any certificate, of whatever name.")
    private boolean insecure;

    /** The header fields of every request. */
    Headers headers(CommandLine command) {
        return parsed(command, "--header", headers);
    }

    /** The header fields that an option names. */
    static Headers parsed(CommandLine command, String option, List<String> fields) {
        Headers parsed = Headers.none();
        for (String field : fields) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw refused(command, option + " takes 'Name: value'; this one has no colon behind a name.");
            }
            String name = field.substring(0, colon).strip();
            String value = field.substring(colon + 1).strip();
            FieldRules.refusal(name, value).ifPresent(problem -> {
                throw refused(command, option + " " + name + ": " + problem); // the value may be a secret
            });
            parsed = parsed.and(name, value);
        }
        return parsed;
    }

    /** The query parameters of every request. */
    Map<String, String> query(CommandLine command) {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String parameter : query) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw refused(command, "--query takes 'name=value'; this one has no equals sign behind a name.");
            }
            parsed.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return parsed;
    }

    /** How servers are reached, trusting whom the options say. */
    ClientSettings client(CommandLine command) {
        if (insecure && authorities != null) {
            throw refused(command, "--insecure trusts anybody; leave it or --cacert out.");
        }
        ClientSettings usual = ClientSettings.usual();
        ClientSettings chosen = proxy == null ? usual : usual.by(proxy(command, proxy));
        try {
            return insecure
                    ? chosen.trusting(Tls.trustingAnybody())
                    : authorities == null ? chosen : chosen.trusting(Tls.trusting(authorities));
        } catch (IOException e) {
            String problem = e instanceof NoSuchFileException ? "there is no such file" : FileFault.reason(e);
            throw refused(command, "--cacert " + authorities + ": " + problem + ".");
        }
    }

    private static InetSocketAddress proxy(CommandLine command, String text) {
        Matcher parts = PROXY.matcher(text);
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > ServerAddress.LARGEST_PORT) {
            throw refused(command, "--proxy " + text + ": it takes host and port, as in proxy.example.com:3128.");
        }
        return InetSocketAddress.createUnresolved(parts.group(1), port);
    }

    private static ParameterException refused(CommandLine command, String problem) {
        return new ParameterException(command, problem);
    }
}
