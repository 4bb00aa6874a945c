package io.platformapi.conformance;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request and the answer it has to get, as a {@code .http} file shows them: comments, request line, header fields,
 * body, then {@code HTTP/1.1} and the status, the header fields that matter, and the body, each byte of it. A carriage
 * return shows as {@code ␍}; the last line end is the file's own.
 *
 * @param asked the text up to the answer
 * @param answered the answer; empty where it is still to be written
 */
record GoldenExchange(String asked, String answered) {

    private static final String STATUS_LINE = "HTTP/1.1 ";
    private static final List<String> FIELDS = List.of(
            "Content-Type", "Content-Disposition", "Vary", "Cache-Control", "Allow", "WWW-Authenticate", "Retry-After");

    /** Stands in an answer for the id of what the request has made, which is another each time. */
    private static final String NEW_ID = "{{new-id}}";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static GoldenExchange read(String text) {
        String[] parts = text.split("(?m)^(?=" + STATUS_LINE + ")", 2);
        return new GoldenExchange(parts[0].strip(), parts.length == 1 ? "" : parts[1]);
    }

    /** The request, with a credential unless it has one of its own; braces, which no URI may have, are sent encoded. */
    HttpRequest request() {
        List<String> lines = asked.lines()
                .dropWhile(line -> line.startsWith("#") || line.isBlank())
                .toList();
        String[] words = lines.get(0).split(" ");
        String target = words[1].replace("{", "%7B").replace("}", "%7D");
        byte[] body = body(lines).replace('␍', '\r').getBytes(StandardCharsets.UTF_8);
        return HttpRequest.of(words[0], target, Requests.HEADERS.with(headers(lines)), body);
    }

    /** The text of this exchange with another answer. */
    String with(HttpResponse answer) {
        String fields = FIELDS.stream()
                .filter(answer.headers()::has)
                .map(name -> name + ": " + answer.headers().text(name) + "\n")
                .collect(Collectors.joining());
        return asked + "\n\n" + STATUS_LINE + answer.status() + "\n" + fields + "\n" + shown(answer.text()) + "\n";
    }

    private String shown(String body) {
        String visible = body.replace('\r', '␍');
        return answered.contains(NEW_ID)
                ? ID.matcher(visible).replaceAll(id -> asked.contains(id.group()) ? id.group() : NEW_ID)
                : visible;
    }

    private static Headers headers(List<String> request) {
        Headers headers = Headers.none();
        for (String line :
                request.stream().skip(1).takeWhile(line -> !line.isEmpty()).toList()) {
            String[] field = line.split(": ", 2);
            headers = headers.and(field[0], field[1]);
        }
        return headers;
    }

    private static String body(List<String> request) {
        return request.stream().dropWhile(line -> !line.isEmpty()).skip(1).collect(Collectors.joining("\n"));
    }
}
