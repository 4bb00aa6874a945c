package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.format.MalformedBody;
import java.util.ArrayList;
import java.util.List;

/**
 * The reading of one stream of events, as browsers do it (HTML, section 9.2.6): comments, fields that nobody knows and
 * events without data are passed over.
 */
final class EventReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ArrayNode events = JSON.arrayNode();
    private final List<String> data = new ArrayList<>();
    private ObjectNode event = JSON.objectNode();

    /**
     * The events in order.
     *
     * @throws MalformedBody if the last one has no end, so that nobody would see it
     */
    ArrayNode read(String text) throws MalformedBody {
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            take(lines[i]);
        }
        String rest = lines[lines.length - 1];
        if (!rest.isEmpty() || !event.isEmpty() || !data.isEmpty()) {
            throw new MalformedBody("the last event has no end: an empty line ends each", lines.length, 1);
        }
        return events;
    }

    private void take(String line) {
        int colon = line.indexOf(':');
        if (line.isEmpty()) {
            dispatch();
        } else if (colon < 0) {
            field(line, "");
        } else if (colon > 0) {
            String value = line.substring(colon + 1);
            field(line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "data" -> data.add(value);
            case "event" -> event.put(name, value);
            case "id" -> {
                if (value.indexOf('\0') < 0) {
                    event.put(name, value);
                }
            }
            case "retry" -> {
                if (value.matches("[0-9]{1,18}")) {
                    event.put(name, Long.parseLong(value));
                }
            }
            default -> {
                // nobody knows it
            }
        }
    }

    private void dispatch() {
        if (!data.isEmpty()) {
            events.add(event.put("data", String.join("\n", data)));
        }
        data.clear();
        event = JSON.objectNode();
    }
}
