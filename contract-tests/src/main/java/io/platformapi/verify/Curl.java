package io.platformapi.verify;

import static io.platformapi.verify.ShellText.quoted;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.wire.FieldRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a request as a command to paste into any POSIX shell, which sends the same bytes: what curl would add, leave
 * out or change by itself is switched off. Only {@code User-Agent} says who really asks. Credentials become shell
 * variables: {@code $AUTHORIZATION}.
 */
final class Curl {

    /** curl asks before it sends more, some versions; the tester never does. */
    private static final int SENT_UNASKED = 1024;

    private static final Pattern DOTS = Pattern.compile("(?i)/(\\.|%2e){1,2}(?=[/?#]|$)");
    private static final Pattern GLOB = Pattern.compile("[\\[\\]{}]");

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
        String url = base + request.target();
        List<String> words = new ArrayList<>(List.of("curl", "-i"));
        words.addAll(method(request));
        words.addAll(ofUrl(url));
        words.addAll(fields(request));
        boolean piped = request.hasBody() && !ShellText.isPlain(request.body());
        if (piped) {
            words.add("--data-binary @-");
        } else if (request.hasBody()) {
            words.add("--data-raw " + quoted(new String(request.body(), StandardCharsets.UTF_8)));
        }
        words.add(quoted(url));
        String command = String.join(" ", words);
        return piped ? ShellText.printed(request.body()) + " | " + command : command;
    }

    /** By {@code --head} curl sends no body; without it, it waits for one that never comes. */
    private static List<String> method(HttpRequest request) {
        if (request.method().equals("HEAD")) {
            return List.of(request.hasBody() ? "-X HEAD --max-time 5" : "--head");
        }
        boolean usual = request.method().equals("GET") && !request.hasBody();
        return usual ? List.of() : List.of("-X " + quotedIfNeeded(request.method()));
    }

    private static String quotedIfNeeded(String method) {
        return method.matches("[A-Z]+") ? method : quoted(method);
    }

    private static List<String> ofUrl(String url) {
        List<String> options = new ArrayList<>();
        if (DOTS.matcher(url).find()) {
            options.add("--path-as-is");
        }
        if (GLOB.matcher(url).find()) {
            options.add("--globoff");
        }
        if (url.startsWith("https:")) {
            options.add("--http1.1");
        }
        return options;
    }

    private List<String> fields(HttpRequest request) {
        List<String> fields = new ArrayList<>();
        without(fields, request, "Accept");
        request.headers().forEach((name, value) -> fields.add("-H " + header(name, value)));
        if (request.hasBody()) {
            without(fields, request, "Content-Type");
        } else if (FieldRules.hasLength(request)) {
            fields.add("-H 'Content-Length: 0'");
        }
        if (request.body().length > SENT_UNASKED) {
            without(fields, request, "Expect");
        }
        return fields;
    }

    private static void without(List<String> fields, HttpRequest request, String added) {
        if (!request.headers().has(added)) {
            fields.add("-H '" + added + ":'");
        }
    }

    /** A field without a value ends in a semicolon; with a colon, curl would send none. */
    private String header(String name, String value) {
        if (secrets == Secrets.HIDDEN && credentials.isSecret(name, value)) {
            return "\"" + ShellText.literal(name) + ": $" + variable(name) + "\"";
        }
        return quoted(value.isBlank() ? name + ";" : name + ": " + value);
    }

    private static String variable(String header) {
        return header.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_").replaceFirst("^(?=\\d)", "_");
    }
}
