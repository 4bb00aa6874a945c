package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Sequences;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Bodies of events, one after the other.
 *
 * <p>Where the schema is that of a list, its items are the events: objects of {@code data}, {@code event}, {@code id}
 * and {@code retry} (OpenAPI 3.2, section 4.14.4). Any other schema is that of the whole text.
 */
final class EventStream implements Spelling {

    private static final List<String> ONE_LINE = List.of("event", "id", "retry");
    private static final Set<String> FIELDS = Set.of("data", "event", "id", "retry");

    @Override
    public boolean knows(MediaType type) {
        return Sequences.EVENTS.include(type);
    }

    private static boolean isList(Content content) {
        return content.schema().is(Type.ARRAY);
    }

    @Override
    public boolean spellsValues(Content content) {
        return isList(content);
    }

    @Override
    public boolean spellsStructure() {
        return false;
    }

    @Override
    public boolean isDecoded(Content content) {
        return isList(content) || Unstructured.TEXT.isDecoded(content);
    }

    @Override
    public Body read(TypedBody sent, Content content, Reading reading) throws MalformedBody {
        return isList(content)
                ? Body.of(new EventReader().read(new String(sent.bytes(), StandardCharsets.UTF_8)))
                : Unstructured.TEXT.read(sent, content, reading);
    }

    @Override
    public TypedBody write(Content content, JsonNode value) {
        if (!isList(content)) {
            return Unstructured.TEXT.write(content, value);
        }
        StringBuilder stream = new StringBuilder();
        for (JsonNode event : value instanceof ArrayNode events ? events : List.of(value)) {
            write(event, stream);
        }
        return new TypedBody(content.type(), stream.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(JsonNode event, StringBuilder stream) {
        if (!event.isObject()) {
            throw new UnwritableValue("An event is an object of data, event, id and retry, and this value is none.");
        }
        event.fieldNames().forEachRemaining(EventStream::checkField);
        for (String field : ONE_LINE) {
            if (event.has(field)) {
                stream.append(field)
                        .append(": ")
                        .append(line(field, event.get(field)))
                        .append('\n');
            }
        }
        if (event.has("data")) {
            for (String line : text(event.get("data")).split("\r\n|\n|\r", -1)) {
                stream.append("data: ").append(line).append('\n');
            }
        }
        stream.append('\n');
    }

    private static void checkField(String field) {
        if (!FIELDS.contains(field)) {
            throw new UnwritableValue("An event has no field \"" + field + "\", but data, event, id and retry.");
        }
    }

    private static String line(String field, JsonNode value) {
        String text = text(value);
        if (text.contains("\n") || text.contains("\r")) {
            throw new UnwritableValue(
                    "The field \"" + field + "\" of an event is one line, and this text has several.");
        }
        return text;
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    @Override
    public boolean shows(String text, Content content) {
        return true;
    }
}
