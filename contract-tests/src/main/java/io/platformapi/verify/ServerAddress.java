package io.platformapi.verify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads where a server is, as an option says it. */
final class ServerAddress {

    static final int LARGEST_PORT = 65_535;

    private ServerAddress() {}

    /**
     * The address that an option names.
     *
     * @throws ParameterException if requests cannot be sent there; the message names the option
     */
    static URI read(CommandLine command, String option, String url) {
        URI address = parsed(command, option, url);
        if (address.getRawUserInfo() != null) {
            throw new ParameterException(
                    command,
                    option + ": give the credential by --header 'Authorization: Basic …', not in the address.");
        }
        String fault = fault(address);
        if (!fault.isEmpty()) {
            throw new ParameterException(
                    command, option + " " + address + ": " + fault + ", as in http://127.0.0.1:8080.");
        }
        return address;
    }

    private static String fault(URI address) {
        if (!Set.of("http", "https")
                .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))) {
            return "it has to begin with http:// or https://";
        }
        if (address.getHost() == null || address.getPort() > LARGEST_PORT) {
            return "there is no host and port in it that can be called";
        }
        return address.getRawQuery() != null || address.getRawFragment() != null
                ? "paths are appended to it, so it ends before a ? or #; see --query"
                : "";
    }

    private static URI parsed(CommandLine command, String option, String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new ParameterException(
                    command, option + " " + url + ": this is no address; one is http://127.0.0.1:8080.");
        }
    }
}
