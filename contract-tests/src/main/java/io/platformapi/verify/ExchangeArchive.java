package io.platformapi.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Release;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.Percent;
import io.platformapi.verify.checks.Target;
import io.platformapi.verify.wire.UnsendableRequest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * A server of which every exchange is written to a file as it happens (HAR 1.2): nothing is kept in memory, and a run
 * that ends early leaves what there was.
 */
final class ExchangeArchive implements Target, Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HIDDEN = "(hidden)";
    private static final double NANOS_A_MILLI = 1e6;

    private final Target server;
    private final String base;
    private final BiPredicate<String, String> secret;
    private final UnaryOperator<HttpRequest> open;
    private final JsonGenerator file;

    /**
     * An archive.
     *
     * @param base what the targets of requests are appended to
     * @param secret whether a header field must not be shown
     * @param open takes out of the target of a request what must not be shown
     */
    ExchangeArchive(
            Path path, Target server, String base, BiPredicate<String, String> secret, UnaryOperator<HttpRequest> open)
            throws IOException {
        this.server = server;
        this.base = base;
        this.secret = secret;
        this.open = open;
        this.file = JSON.createGenerator(Files.newBufferedWriter(path));
        file.writeStartObject();
        file.writeObjectFieldStart("log");
        file.writeStringField("version", "1.2");
        file.writeObjectFieldStart("creator");
        file.writeStringField("name", "contract-tests verify");
        file.writeStringField("version", Release.version());
        file.writeEndObject();
        file.writeArrayFieldStart("entries");
    }

    @Override
    public void surplus(BiConsumer<HttpRequest, String> listener) {
        server.surplus(listener);
    }

    @Override
    public HttpResponse answer(HttpRequest request) throws IOException {
        Instant begun = Instant.now();
        long from = System.nanoTime();
        try {
            HttpResponse answer = server.answer(request);
            write(entry(request, response(answer), begun, from));
            return answer;
        } catch (UnsendableRequest e) {
            throw e;
        } catch (IOException e) {
            ObjectNode none = response(HttpResponse.of(0, Headers.none()));
            write(entry(request, none.put("comment", "no answer: " + Silence.message(e)), begun, from));
            throw e;
        }
    }

    private synchronized void write(ObjectNode entry) throws IOException {
        if (!file.isClosed()) {
            JSON.writeTree(file, entry);
        }
    }

    private ObjectNode entry(HttpRequest request, ObjectNode response, Instant begun, long from) {
        double millis = (System.nanoTime() - from) / NANOS_A_MILLI;
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("startedDateTime", begun.toString()).put("time", millis);
        entry.set("request", request(open.apply(request), request.headers()));
        entry.set("response", response);
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        return entry;
    }

    private ObjectNode request(HttpRequest shown, Headers headers) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("method", shown.method()).put("url", base + shown.target()).put("httpVersion", "HTTP/1.1");
        node.putArray("cookies");
        node.set("headers", fields(headers));
        ArrayNode query = node.putArray("queryString");
        Arrays.stream(shown.query().split("&"))
                .filter(piece -> !piece.isEmpty())
                .forEach(piece -> query.addObject()
                        .put("name", decoded(piece.replaceFirst("=.*", "")))
                        .put("value", decoded(piece.contains("=") ? piece.replaceFirst("^[^=]*=", "") : "")));
        node.put("headersSize", -1).put("bodySize", shown.body().length);
        if (shown.hasBody()) {
            ObjectNode body = node.putObject("postData").put("mimeType", headers.text("Content-Type"));
            text(body, shown.body());
        }
        return node;
    }

    private ObjectNode response(HttpResponse answer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("status", answer.status()).put("statusText", "").put("httpVersion", "HTTP/1.1");
        node.putArray("cookies");
        node.set("headers", fields(answer.headers()));
        ObjectNode content = node.putObject("content").put("size", answer.body().length);
        content.put("mimeType", answer.headers().text("Content-Type"));
        text(content, answer.body());
        node.put("redirectURL", answer.headers().text("Location"));
        return node.put("headersSize", -1).put("bodySize", answer.body().length);
    }

    private static void text(ObjectNode node, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)) {
            node.put("text", text);
        } else {
            node.put("text", Base64.getEncoder().encodeToString(body)).put("encoding", "base64");
        }
    }

    private ArrayNode fields(Headers headers) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        headers.forEach((name, value) -> fields.addObject()
                .put("name", name)
                .put("value", secret.test(name, value) || name.equalsIgnoreCase("Set-Cookie") ? HIDDEN : value));
        return fields;
    }

    private static String decoded(String text) {
        return Percent.decodedForm(text).orElse(text);
    }

    /** Ends the file. */
    @Override
    public synchronized void close() throws IOException {
        file.close(); // closes what is open in it, too
    }
}
