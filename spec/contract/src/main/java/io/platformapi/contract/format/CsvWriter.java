package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Spells values in CSV, into one text. */
final class CsvWriter {

    private static final String LINE_END = "\r\n";
    private static final CharacterTable SPECIAL = CharacterTable.of("\",\r\n");
    private static final CharacterTable BRACKETS = CharacterTable.of("[{");

    private final Output out;

    CsvWriter(Output out) {
        this.out = out;
    }

    void value(JsonNode value, Shape shape) {
        if (value.isObject()) {
            objects(List.of(value), shape);
        } else if (value.isArray() && isTable(value, shape.items())) {
            List<JsonNode> rows = new ArrayList<>(value.size());
            value.forEach(rows::add);
            objects(rows, shape.items());
        } else if (value.isArray() && !value.isEmpty()) {
            row(value, shape.items());
        } else if (!value.isArray() && !value.isNull()) {
            cell(value, shape);
            out.append(LINE_END);
        }
    }

    private static boolean isTable(JsonNode list, Shape items) {
        if (list.isEmpty()) {
            return Csv.hasNames(items) && !items.members().isEmpty();
        }
        for (JsonNode item : list) {
            if (!item.isObject()) {
                return false;
            }
        }
        return true;
    }

    private void objects(List<JsonNode> rows, Shape shape) {
        List<String> columns = columns(rows, shape);
        for (int i = 0; i < columns.size(); i++) {
            separator(i);
            quoted(Formulas.guarded(columns.get(i)));
        }
        out.append(LINE_END);
        for (JsonNode row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                separator(i);
                cell(row.path(columns.get(i)), shape.member(columns.get(i)));
            }
            out.append(LINE_END);
        }
    }

    /** What the schema declares, then what the values have besides. */
    private static List<String> columns(List<JsonNode> rows, Shape shape) {
        Set<String> columns = new LinkedHashSet<>(shape.members().keySet());
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        return List.copyOf(columns);
    }

    private void row(JsonNode list, Shape items) {
        for (int i = 0; i < list.size(); i++) {
            separator(i);
            cell(list.get(i), items);
        }
        out.append(LINE_END);
    }

    private void separator(int column) {
        if (column > 0) {
            out.append(',');
        }
    }

    private void cell(JsonNode value, Shape shape) {
        switch (value.getNodeType()) {
            case OBJECT, ARRAY -> {
                out.append('"');
                new JsvWriter(out, 2).value(value, shape);
                out.append('"');
            }
            case BOOLEAN -> out.append(value.booleanValue() ? "True" : "False");
            case NULL, MISSING -> {}
            case STRING ->
                quoted(Formulas.guarded(shape.isMoment() ? Moments.shortest(value.asText()) : value.asText()));
            default -> quoted(value.asText());
        }
    }

    private void quoted(String text) {
        int start = out.length();
        out.append(text);
        if (out.has(SPECIAL, start) || !text.isEmpty() && BRACKETS.contains(text.charAt(0))) {
            out.quote(start, 1);
        }
    }
}
