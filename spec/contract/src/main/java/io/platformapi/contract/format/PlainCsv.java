package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Typing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CSV as it is usual (RFC 4180): a row for each item of a list, and one for any other value.
 *
 * <p>Objects have a row of names before them; a list in a list is a row of cells; any other item is a row of one cell.
 * A cell that holds a list or an object is JSON. An empty cell is null or a text that is empty. Where the schema wants
 * nothing but a text, that is the whole table.
 *
 * @param heading whether objects have a row of names
 */
public record PlainCsv(Heading heading) implements Format {

    /** Whether the first row has names: what the parameter {@code header} says. */
    public enum Heading {
        PRESENT,
        ABSENT
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Typing TYPING = (text, schema) -> Typing.of(text, schema, PlainCsv::truth);

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public JsonNode read(byte[] body, Schema schema, Reading reading) throws MalformedBody {
        Shape shape = Shape.of(schema);
        String text = Utf8.text(body);
        if (shape.isTextOnly()) {
            return JSON.textNode(text);
        }
        CsvRows rows = CsvRows.withoutMarks(text);
        if (shape.isList()) {
            return items(rows, shape.items(), reading);
        }
        ArrayNode one = items(rows, shape, reading);
        if (one.size() != 1) {
            throw rows.malformed("one value is expected, but here are " + one.size());
        }
        return one.get(0);
    }

    private ArrayNode items(CsvRows rows, Shape item, Reading reading) throws MalformedBody {
        ArrayNode items = JSON.arrayNode();
        if (Csv.hasNames(item) && !rows.ended()) {
            CsvColumns columns = heading == Heading.PRESENT
                    ? CsvColumns.of(rows.next(), CsvRows.Cell::toString)
                    : new CsvColumns(List.copyOf(item.members().keySet()));
            while (!rows.ended()) {
                items.add(columns.object(rows.next(), item, reading, PlainCsv::value));
            }
        }
        while (!rows.ended()) {
            ArrayNode cells = item.isList() ? items.addArray() : items;
            for (CsvRows.Cell cell : rows.next()) {
                cells.add(value(cell, item.isList() ? column(item, cells.size()) : item));
            }
        }
        return items;
    }

    private static Shape column(Shape row, int at) {
        List<Schema> tuple = row.schema().tuple();
        return at < tuple.size() ? Shape.of(tuple.get(at)) : row.items();
    }

    /** A cell that is not the JSON its schema wants stays text, so that the check names it. */
    private static JsonNode value(CsvRows.Cell cell, Shape shape) {
        boolean empty = cell.isEmpty() && !shape.isText() && !shape.isAny();
        Optional<JsonNode> tree = shape.isList() || shape.isObject() ? tree(cell.toString()) : Optional.empty();
        return empty ? JSON.nullNode() : tree.orElseGet(() -> TYPING.value(cell.toString(), shape.schema()));
    }

    private static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(new Json().read(text.getBytes(StandardCharsets.UTF_8)))
                    .filter(JsonNode::isContainerNode);
        } catch (MalformedBody e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return word.equals("true") || word.equals("false") ? Optional.of(word.equals("true")) : Optional.empty();
    }

    @Override
    public byte[] write(JsonNode value, Schema schema) {
        Shape shape = Shape.of(schema);
        if (shape.isTextOnly() && value.isTextual()) {
            return value.asText().getBytes(StandardCharsets.UTF_8);
        }
        Shape item = value.isArray() ? shape.items() : shape;
        List<JsonNode> items = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(items::add);
        boolean table = items.isEmpty()
                ? Csv.hasNames(item) && !item.members().isEmpty()
                : items.stream().allMatch(JsonNode::isObject);
        StringBuilder text = new StringBuilder();
        if (table) {
            table(items, item, text);
        } else {
            items.forEach(row -> row(row.isArray() ? row : List.of(row), text));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void table(List<JsonNode> items, Shape item, StringBuilder text) {
        Set<String> columns = new LinkedHashSet<>(item.members().keySet());
        items.forEach(each -> each.fieldNames().forEachRemaining(columns::add));
        if (heading == Heading.PRESENT) {
            row(columns.stream().<JsonNode>map(JSON::textNode).toList(), text);
        }
        items.forEach(each -> row(columns.stream().map(each::path).toList(), text));
    }

    private static void row(Iterable<JsonNode> values, StringBuilder text) {
        List<String> cells = new ArrayList<>();
        values.forEach(value -> cells.add(cell(value)));
        text.append(cells.stream().collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(JsonNode value) {
        String text = value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText();
        boolean bare = text.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return bare ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
