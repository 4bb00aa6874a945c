package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a request as a command to paste into a shell. Credentials become shell variables: {@code $AUTHORIZATION}. */
final class Curl {

    /** What becomes of credentials. */
    enum Secrets {
        SHOWN,
        HIDDEN
    }

    private final String base;
    private final Credentials credentials;
    private final Secrets secrets;

    Curl(String base, Credentials credentials, Secrets secrets) {
        this.base = base.replaceAll("/+$", "");
        this.credentials = credentials;
        this.secrets = secrets;
    }

    String command(HttpRequest request) {
        StringBuilder command = new StringBuilder("curl -i");
        if (request.method().equals("HEAD")) {
            command.append(" --head");
        } else if (!request.method().equals("GET") || request.hasBody()) {
            command.append(" -X ").append(request.method());
        }
        request.headers().forEach((name, value) -> command.append(" -H ").append(header(name, value)));
        if (request.hasBody()) {
            command.append(" --data-binary ").append(quoted(request.body()));
        }
        return command.append(' ').append(quoted(base + request.target())).toString();
    }

    private String header(String name, String value) {
        return secrets == Secrets.HIDDEN && credentials.isSecret(name)
                ? "\"" + name + ": $" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "\""
                : quoted(name + ": " + value);
    }

    /** A body as it stands if it is printable text; otherwise escaped as bash and zsh read it. */
    private static String quoted(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\uFFFD')) {
            return quoted(text);
        }
        StringBuilder escaped = new StringBuilder("$'");
        for (byte octet : body) {
            escaped.append(escaped((char) (octet & 0xFF)));
        }
        return escaped.append('\'').toString();
    }

    private static String escaped(char octet) {
        return switch (octet) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\'', '\\' -> "\\" + octet;
            default -> octet >= ' ' && octet <= '~' ? String.valueOf(octet) : "\\x%02x".formatted((int) octet);
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
