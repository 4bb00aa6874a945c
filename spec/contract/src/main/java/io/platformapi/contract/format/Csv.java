package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.Schema;
import java.util.List;

/**
 * CSV as ServiceStack has it: a row of names and a row of values, lines ended by CRLF.
 *
 * <p>An object is one row, a list of objects a row each, a list of anything else one row without names. A cell is
 * quoted only where it has a comma, a quote or a line break, or begins with a bracket; a cell that holds a list or an
 * object is JSV. A text that a spreadsheet would reckon with has an apostrophe before it. An empty cell is null: a text
 * that may be null cannot be told from an empty one. Reading an answer puts null back for members that must be present
 * and may be null; a request leaves out what its cell leaves empty.
 */
public final class Csv implements Format {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Outputs outputs = new Outputs();
    private final Jsv jsv;

    /** @param jsv how cells are spelled */
    public Csv(Jsv jsv) {
        this.jsv = jsv;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public OpenList writeOpen(JsonNode object, String list, Schema schema) {
        Output out = outputs.next(object.path(list));
        new CsvWriter(out).value(object, Shape.of(schema));
        return outputs.done(out, ",");
    }

    @Override
    public byte[] write(JsonNode value, Schema schema) {
        Output out = outputs.next();
        new CsvWriter(out).value(value, Shape.of(schema));
        return outputs.done(out);
    }

    @Override
    public JsonNode read(byte[] body, Schema schema, Reading reading) throws MalformedBody {
        CsvRows rows = new CsvRows(Utf8.text(body));
        Shape shape = Shape.of(schema);
        if (shape.isList()) {
            return hasNames(shape.items()) ? objects(rows, shape.items(), reading) : list(rows, shape.items(), reading);
        }
        return hasNames(shape) ? object(rows, shape, reading) : scalar(rows, shape, reading);
    }

    static boolean hasNames(Shape shape) {
        return shape.isObject() || shape.isAny();
    }

    private JsonNode object(CsvRows rows, Shape shape, Reading reading) throws MalformedBody {
        if (rows.ended()) {
            return JSON.nullNode();
        }
        CsvColumns columns = columns(rows, shape, reading);
        JsonNode object = rows.ended() && reading == Reading.REQUEST
                ? JSON.objectNode()
                : columns.object(rows.next(), shape, reading, cells(reading));
        if (!rows.ended()) {
            throw rows.malformed("a second row of values stands where one object is expected");
        }
        return object;
    }

    private ArrayNode objects(CsvRows rows, Shape items, Reading reading) throws MalformedBody {
        ArrayNode list = JSON.arrayNode();
        if (!rows.ended()) {
            CsvColumns columns = columns(rows, items, reading);
            while (!rows.ended()) {
                list.add(columns.object(rows.next(), items, reading, cells(reading)));
            }
        }
        return list;
    }

    private ArrayNode list(CsvRows rows, Shape items, Reading reading) throws MalformedBody {
        ArrayNode list = JSON.arrayNode();
        if (!rows.ended()) {
            for (CsvRows.Cell cell : rows.next()) {
                list.add(item(cell, items, reading));
            }
        }
        if (!rows.ended()) {
            throw rows.malformed("a second row stands where one list is expected");
        }
        return list;
    }

    private JsonNode scalar(CsvRows rows, Shape shape, Reading reading) throws MalformedBody {
        List<CsvRows.Cell> row = rows.ended() ? List.of() : rows.next();
        if (row.size() > 1 || !rows.ended()) {
            throw rows.malformed("more than one cell stands where one value is expected");
        }
        return row.isEmpty() ? JSON.nullNode() : item(row.get(0), shape, reading);
    }

    private static CsvColumns columns(CsvRows rows, Shape shape, Reading reading) throws MalformedBody {
        return CsvColumns.of(
                rows.next(),
                cell -> reading == Reading.REQUEST
                        ? shape.spelled(cell.toString().strip())
                        : cell.toString());
    }

    private JsonNode item(CsvRows.Cell cell, Shape shape, Reading reading) throws MalformedBody {
        if (!cell.isEmpty()) {
            return cell(cell, shape, reading);
        }
        return shape.isText() && !shape.isNullable() ? JSON.textNode("") : JSON.nullNode();
    }

    private CsvColumns.Cells cells(Reading reading) {
        return (cell, shape) -> cell(cell, shape, reading);
    }

    private JsonNode cell(CsvRows.Cell cell, Shape shape, Reading reading) throws MalformedBody {
        try {
            return jsv.value(cell.text(), shape, reading);
        } catch (MalformedBody e) {
            throw cell.malformed("in this cell, " + e.getMessage());
        }
    }
}
