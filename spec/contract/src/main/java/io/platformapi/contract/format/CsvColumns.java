package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The names of the columns of a CSV table. */
record CsvColumns(List<String> names) {

    /** How a cell that is not empty spells a value. */
    @FunctionalInterface
    interface Cells {

        JsonNode value(CsvRows.Cell cell, Shape shape) throws MalformedBody;
    }

    static CsvColumns of(List<CsvRows.Cell> row, Function<CsvRows.Cell, String> name) throws MalformedBody {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (CsvRows.Cell cell : row) {
            if (!seen.add(name.apply(cell))) {
                throw cell.malformed("the column " + name.apply(cell) + " stands here a second time");
            }
            names.add(name.apply(cell));
        }
        return new CsvColumns(names);
    }

    /** The object of a row. An empty cell is no member, but in an answer a text or null that has to be there. */
    ObjectNode object(List<CsvRows.Cell> row, Shape shape, Reading reading, Cells cells) throws MalformedBody {
        if (row.size() > names.size()) {
            throw row.get(names.size()).malformed("there is no column for this cell");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < row.size(); i++) {
            CsvRows.Cell cell = row.get(i);
            Shape member = shape.member(names.get(i));
            if (!cell.isEmpty()) {
                object.set(names.get(i), cells.value(cell, member));
            } else if (reading == Reading.RESPONSE && isEmptyText(names.get(i), shape, member)) {
                object.put(names.get(i), "");
            }
        }
        if (reading == Reading.RESPONSE) {
            shape.restore(object);
        }
        return object;
    }

    private static boolean isEmptyText(String name, Shape owner, Shape member) {
        return member.isText() && !member.isNullable() && owner.isRequired(name);
    }
}
