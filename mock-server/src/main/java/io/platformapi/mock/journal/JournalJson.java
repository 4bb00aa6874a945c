package io.platformapi.mock.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.http.Headers;
import java.util.Locale;

/** Entries of a journal as JSON, without credentials. */
public final class JournalJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double NANOS = 1e6;

    private final Redaction redaction;

    public JournalJson(Redaction redaction) {
        this.redaction = redaction;
    }

    /** One entry with all that is known of it. */
    public ObjectNode entry(JournalEntry entry) {
        ObjectNode told = line(entry);
        told.set("request", message(entry.request().headers(), entry.request().body()));
        told.set(
                "response", message(entry.response().headers(), entry.response().body()));
        return told;
    }

    /** One entry without the messages themselves. */
    public ObjectNode line(JournalEntry entry) {
        ObjectNode told = JSON.objectNode()
                .put("number", entry.number())
                .put("at", entry.at().toString())
                .put("method", entry.request().method())
                .put("target", redaction.target(entry.request()));
        if (entry.direction() == Direction.SENT) {
            told.put("direction", "sent");
        }
        entry.operation().ifPresent(id -> told.put("operation", id));
        told.put("outcome", entry.validity().name().toLowerCase(Locale.ROOT))
                .put("status", entry.response().status())
                .put("why", entry.why().get())
                .put("milliseconds", entry.took().toNanos() / NANOS);
        ArrayNode violations = told.putArray("violations");
        entry.violations().forEach(violation -> violations.add(violation(violation)));
        return told;
    }

    private static ObjectNode violation(ViolationNote violation) {
        return JSON.objectNode()
                .put("in", violation.in())
                .put("name", violation.name())
                .put("pointer", violation.pointer())
                .put("rule", violation.rule())
                .put("expected", violation.expected())
                .put("received", violation.received());
    }

    private ObjectNode message(Headers headers, byte[] body) {
        ObjectNode message = JSON.objectNode();
        ArrayNode fields = message.putArray("headers");
        headers.forEach((name, value) ->
                fields.add(JSON.objectNode().put("name", name).put("value", redaction.field(name, value))));
        message.put("body", JournalEntry.text(body));
        if (JournalEntry.isCut(body)) {
            message.put("cut", true);
        }
        return message;
    }
}
