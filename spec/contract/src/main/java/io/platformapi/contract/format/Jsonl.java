package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * JSON lines: a list is a JSON text a line, each line ended; every other value is the one line, not ended.
 *
 * <p>A second line where one value is expected is malformed.
 */
public final class Jsonl implements Format {

    private final Json json = new Json();

    /** A line that is not blank, and its number counted from 1. */
    private record Line(int number, byte[] text) {}

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public OpenList writeOpen(JsonNode object, String list, Schema schema) {
        return json.writeOpen(object, list, schema);
    }

    @Override
    public byte[] write(JsonNode value, Schema schema) {
        return write(value);
    }

    /** Writes JSON lines without a schema. */
    public byte[] write(JsonNode value) {
        if (!value.isArray()) {
            return json.write(value);
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (JsonNode item : value) {
            lines.writeBytes(json.write(item));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    @Override
    public JsonNode read(byte[] body, Schema schema, Reading reading) throws MalformedBody {
        List<Line> lines = lines(body);
        if (Shape.of(schema).isList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode(lines.size());
            for (Line line : lines) {
                list.add(value(line));
            }
            return list;
        }
        if (lines.isEmpty()) {
            throw new MalformedBody("the body is empty; a line of JSON is expected", 1, 1);
        }
        JsonNode value = value(lines.get(0));
        if (lines.size() > 1) {
            throw new MalformedBody(
                    "a second line stands where one value is expected",
                    lines.get(1).number(),
                    1);
        }
        return value;
    }

    /** The values by the number of their line, in order. */
    public SortedMap<Integer, JsonNode> values(byte[] body) throws MalformedBody {
        SortedMap<Integer, JsonNode> values = new TreeMap<>();
        for (Line line : lines(body)) {
            values.put(line.number(), value(line));
        }
        return values;
    }

    private JsonNode value(Line line) throws MalformedBody {
        try {
            return json.read(line.text());
        } catch (MalformedBody e) {
            throw new MalformedBody(
                    e.problem() + "; a value must stand on one line", line.number(), Math.max(1, e.column()));
        }
    }

    private static List<Line> lines(byte[] body) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        for (int start = 0; start < body.length; number++) {
            int end = end(body, start);
            if (!isBlank(body, start, end)) {
                boolean whole = start == 0 && end == body.length;
                lines.add(new Line(number, whole ? body : Arrays.copyOfRange(body, start, end)));
            }
            start = end + 1;
        }
        return lines;
    }

    private static int end(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        int at = start;
        while (at < end && body[at] <= ' ' && body[at] >= 0) {
            at++;
        }
        return at == end;
    }
}
