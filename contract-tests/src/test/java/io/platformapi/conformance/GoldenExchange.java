package io.platformapi.conformance;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request and the answer it has to get, as a {@code .http} file shows them: comments, request line, header fields,
 * body, then {@code HTTP/1.1} and the status, the header fields that matter, and the body, each byte of it.
 *
 * @param asked the file up to the answer
 * @param answered the answer as the file shows it
 */
record GoldenExchange(Path file, List<String> asked, List<String> answered) {

    private static final String STATUS_LINE = "HTTP/1.1 ";

    /** Reads a file. */
    static GoldenExchange read(Path file) throws IOException {
        List<String> lines = Files.readString(file).lines().toList();
        int answer = 0;
        while (!lines.get(answer).startsWith(STATUS_LINE)) {
            answer++;
        }
        return new GoldenExchange(file, lines.subList(0, answer), lines.subList(answer, lines.size()));
    }

    /** The request, with a credential unless it has one of its own; braces, which no URI may have, are sent encoded. */
    HttpRequest request() {
        List<String> lines =
                asked.stream().dropWhile(line -> line.startsWith("#")).toList();
        String[] words = lines.get(0).split(" ");
        String target = words[1].replace("{", "%7B").replace("}", "%7D");
        byte[] body = body(lines).strip().getBytes(StandardCharsets.UTF_8);
        return HttpRequest.of(words[0], target, Requests.HEADERS.with(headers(lines)), body);
    }

    /** An answer in the form of the file: status, the fields that the file names, body. */
    List<String> shown(HttpResponse answer) {
        String fields = headers(answered).names().stream()
                .map(name -> name + ": " + answer.headers().text(name))
                .collect(Collectors.joining("\n"));
        return (STATUS_LINE + answer.status() + "\n" + fields + "\n\n" + answer.text())
                .lines()
                .toList();
    }

    /** Puts another answer into the file, and says what changes. */
    String rewritten(List<String> other) throws IOException {
        String text = String.join("\n", asked) + "\n" + String.join("\n", other) + "\n";
        Files.writeString(file, text);
        return "--- " + file.getFileName() + "\n" + prefixed("- ", answered) + prefixed("+ ", other);
    }

    private static String prefixed(String sign, List<String> lines) {
        return lines.stream().map(line -> sign + line + "\n").collect(Collectors.joining());
    }

    private static Headers headers(List<String> message) {
        Headers headers = Headers.none();
        for (String line :
                message.stream().skip(1).takeWhile(line -> !line.isEmpty()).toList()) {
            String[] field = line.split(": ", 2);
            headers = headers.and(field[0], field[1]);
        }
        return headers;
    }

    private static String body(List<String> message) {
        return message.stream().dropWhile(line -> !line.isEmpty()).skip(1).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
