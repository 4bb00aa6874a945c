package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.Jsonl;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Sequences;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Type;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bodies of many JSON values, one after the other.
 *
 * <p>Where the schema is a list, the values are its items; any other schema is that of each of them. A schema of texts
 * alone is the body as a text.
 */
enum Lines implements Spelling {
    /** A value a line. */
    JSONL(Sequences.LINES) {

        @Override
        List<Body.Value> values(byte[] body) throws MalformedBody {
            return new Jsonl()
                    .values(body).entrySet().stream()
                            .map(line -> new Body.Value("line " + line.getKey(), line.getValue()))
                            .toList();
        }

        @Override
        byte[] written(JsonNode value) {
            return new Jsonl().write(value);
        }
    },
    /** A value a record, each behind a record separator and before a line's end (RFC 7464). */
    SEQUENCE(Sequences.RECORDS) {

        @Override
        List<Body.Value> values(byte[] body) throws MalformedBody {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            if (!text.isBlank() && text.charAt(0) != SEPARATOR) {
                throw new MalformedBody("a record begins with the byte 0x1E", 1, 1);
            }
            List<Body.Value> values = new ArrayList<>();
            for (String record : text.split(String.valueOf(SEPARATOR))) {
                if (!record.isBlank()) {
                    JsonNode value = new Json().read(record.getBytes(StandardCharsets.ISO_8859_1));
                    values.add(new Body.Value("record " + (values.size() + 1), value));
                }
            }
            return values;
        }

        @Override
        byte[] written(JsonNode value) {
            ByteArrayOutputStream records = new ByteArrayOutputStream();
            for (JsonNode record : value.isArray() ? value : List.of(value)) {
                records.write(SEPARATOR);
                records.writeBytes(new Json().write(record));
                records.write('\n');
            }
            return records.toByteArray();
        }
    };

    private static final char SEPARATOR = '\u001e';

    private final Sequences types;

    Lines(Sequences types) {
        this.types = types;
    }

    /** The values in order, each with its place. */
    abstract List<Body.Value> values(byte[] body) throws MalformedBody;

    abstract byte[] written(JsonNode value);

    @Override
    public boolean knows(MediaType type) {
        return types.include(type);
    }

    @Override
    public Body read(TypedBody sent, Content content, Reading reading) throws MalformedBody {
        if (content.schema().isTextOnly()) {
            return Unstructured.PLAIN.read(sent, content, reading);
        }
        List<Body.Value> values = values(sent.bytes());
        if (content.schema().is(Type.ARRAY) || content.schema().types().isEmpty()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            values.forEach(each -> list.add(each.value()));
            return Body.of(list);
        }
        return values.size() == 1 ? Body.of(values.get(0).value()) : new Body(values, List.of());
    }

    @Override
    public TypedBody write(Content content, JsonNode value) {
        return new TypedBody(content.type(), written(value));
    }

    @Override
    public boolean shows(String text, Content content) {
        return true;
    }
}
