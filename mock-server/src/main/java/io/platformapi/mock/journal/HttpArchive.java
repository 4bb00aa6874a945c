package io.platformapi.mock.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.Query;

/** Entries of a journal as an HTTP archive (HAR 1.2), which browsers and proxies open; without credentials. */
public final class HttpArchive {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double NANOS = 1e6;

    private final Redaction redaction;

    public HttpArchive(Redaction redaction) {
        this.redaction = redaction;
    }

    /** The archive. */
    public ObjectNode of(Iterable<JournalEntry> entries, String version) {
        ObjectNode archive = JSON.objectNode();
        ObjectNode log = archive.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "mock-server").put("version", version);
        ArrayNode all = log.putArray("entries");
        entries.forEach(entry -> all.add(archived(entry)));
        return archive;
    }

    private ObjectNode archived(JournalEntry entry) {
        double time = entry.took().toNanos() / NANOS;
        ObjectNode told =
                JSON.objectNode().put("startedDateTime", entry.at().toString()).put("time", time);
        told.set("request", request(entry.request()));
        told.set("response", response(entry.response()));
        told.putObject("cache");
        told.putObject("timings").put("send", 0).put("wait", time).put("receive", 0);
        return told;
    }

    private ObjectNode request(HttpRequest request) {
        ObjectNode told = JSON.objectNode().put("method", request.method()).put("url", url(request));
        common(told, request.headers(), request.body());
        ArrayNode query = told.putArray("queryString");
        Query.of(request.query()).pairs().forEach(each -> query.add(pair(each.name(), redaction.parameter(each))));
        if (request.hasBody()) {
            told.putObject("postData")
                    .put("mimeType", request.headers().text("Content-Type"))
                    .put("text", JournalEntry.text(request.body()));
        }
        return told;
    }

    /** What the mock sends has its whole address for a target. */
    private String url(HttpRequest request) {
        String target = redaction.target(request);
        return target.startsWith("/") ? "http://" + request.headers().text("Host") + target : target;
    }

    private ObjectNode response(HttpResponse response) {
        ObjectNode told = JSON.objectNode()
                .put("status", response.status())
                .put("statusText", "")
                .put("redirectURL", response.headers().text("Location"));
        common(told, response.headers(), response.body());
        ObjectNode content = told.putObject("content")
                .put("size", size(response.body()))
                .put("mimeType", response.headers().text("Content-Type"))
                .put("text", JournalEntry.text(response.body()));
        if (JournalEntry.isCut(response.body())) {
            content.put("comment", "the first " + JournalEntry.MOST_BYTES + " bytes");
        }
        return told;
    }

    private void common(ObjectNode message, Headers headers, byte[] body) {
        message.put("httpVersion", "HTTP/1.1");
        message.putArray("cookies");
        ArrayNode fields = message.putArray("headers");
        headers.forEach((name, value) -> fields.add(pair(name, redaction.field(name, value))));
        message.put("headersSize", -1).put("bodySize", size(body));
    }

    private static ObjectNode pair(String name, String value) {
        return JSON.objectNode().put("name", name).put("value", value);
    }

    /** How long a body was; -1, as archives have it, where nobody knows. */
    private static int size(byte[] body) {
        return JournalEntry.isCut(body) ? -1 : body.length;
    }
}
