package io.platformapi.contract.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A value as tables: an object's members in rows, a list of objects with a column for each member. */
final class ValueTable {

    private static final int MOST_ROWS = 100;
    private static final int DEEPEST = 6;

    private ValueTable() {}

    static Markup of(JsonNode value) {
        return of(value, 0);
    }

    private static Markup of(JsonNode value, int depth) {
        if (!value.isContainerNode()) {
            return value.isNull() ? Markup.element("span", "none").with("class", "soft") : Markup.text(value.asText());
        }
        if (value.isEmpty()) {
            return Markup.element("span", value.isArray() ? "an empty list" : "nothing")
                    .with("class", "soft");
        }
        if (depth >= DEEPEST) {
            return Markup.element("span", "more, too deep to show here").with("class", "soft");
        }
        return value.isObject() ? members(value, depth) : items(value, depth);
    }

    private static Markup members(JsonNode object, int depth) {
        List<Markup> rows = new ArrayList<>();
        object.properties().stream()
                .limit(MOST_ROWS)
                .forEach(member -> rows.add(row(List.of(
                        Markup.element("th", member.getKey()).with("scope", "row"),
                        Markup.element("td", of(member.getValue(), depth + 1))))));
        return table(rows, object.size());
    }

    private static Markup items(JsonNode list, int depth) {
        Set<String> names = new LinkedHashSet<>();
        boolean objects = true;
        for (JsonNode item : list) {
            objects &= item.isObject() && !item.isEmpty();
            item.fieldNames().forEachRemaining(names::add);
        }
        List<Markup> rows = new ArrayList<>();
        if (objects) {
            rows.add(row(names.stream()
                    .map(name -> Markup.element("th", name).with("scope", "col"))
                    .toList()));
        }
        for (int i = 0; i < Math.min(list.size(), MOST_ROWS); i++) {
            rows.add(row(objects ? cells(list.get(i), names, depth) : List.of(cell(list.get(i), depth))));
        }
        return table(rows, list.size());
    }

    private static List<Markup> cells(JsonNode object, Set<String> names, int depth) {
        return names.stream()
                .map(name -> object.has(name) ? cell(object.get(name), depth) : Markup.element("td", ""))
                .toList();
    }

    private static Markup cell(JsonNode value, int depth) {
        return Markup.element("td", of(value, depth + 1));
    }

    private static Markup row(List<Markup> cells) {
        return Markup.element("tr", Markup.all(cells));
    }

    private static Markup table(List<Markup> rows, int size) {
        Markup table = Markup.element("table", Markup.all(rows)).with("tabindex", "0");
        return size <= MOST_ROWS
                ? table
                : Markup.all(table, Markup.element("p", (size - MOST_ROWS) + " more are not shown here."));
    }
}
