package io.platformapi.contract.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a CSV text, read one after the other (RFC 4180; lines may also end in LF alone). */
final class CsvRows {

    /**
     * A cell.
     *
     * @param text what it holds, without its quotes
     * @param rows where it stands
     * @param at where it begins
     */
    record Cell(char[] text, CsvRows rows, int at) {

        boolean isEmpty() {
            return text.length == 0;
        }

        @Override
        public String toString() {
            return new String(text);
        }

        MalformedBody malformed(String problem) {
            return rows.malformed(problem, at);
        }
    }

    private static final CharacterSet ENDING = CharacterSet.of("\",\r\n");

    private final String body;
    private final char[] text;
    /** Where the text of a quoted cell is put together; as long as the text once there is one. */
    private char[] unquoted = {};

    private int at;
    private int columns;

    CsvRows(String body) {
        this.body = body;
        this.text = body.toCharArray();
    }

    /** Whether all rows are read; an empty line is a row of one empty cell only where rows have one cell. */
    boolean ended() {
        while (columns > 1 && at < text.length && isLineEnd(text[at])) {
            at++;
        }
        return at >= text.length;
    }

    /** The next row; one empty cell where the text has ended. */
    List<Cell> next() throws MalformedBody {
        List<Cell> row = new ArrayList<>(Math.max(columns, 1));
        row.add(cell());
        while (at < text.length && text[at] == ',') {
            at++;
            row.add(cell());
        }
        skipLineEnd();
        columns = Math.max(columns, row.size());
        return row;
    }

    MalformedBody malformed(String problem) {
        return malformed(problem, at);
    }

    private MalformedBody malformed(String problem, int place) {
        return Places.malformed(problem, body, place);
    }

    private Cell cell() throws MalformedBody {
        return at < text.length && text[at] == '"' ? quoted() : plain();
    }

    private Cell plain() throws MalformedBody {
        int start = at;
        at = ENDING.first(text, at, text.length);
        if (at < text.length && text[at] == '"') {
            throw malformed("a quote stands in a cell that is not quoted");
        }
        return new Cell(Arrays.copyOfRange(text, start, at), this, start);
    }

    private Cell quoted() throws MalformedBody {
        int opening = at;
        int length = 0;
        int start = at + 1;
        int quote = body.indexOf('"', start);
        while (quote >= 0 && quote + 1 < text.length && text[quote + 1] == '"') {
            length = keep(start, quote + 1, length);
            start = quote + 2;
            quote = body.indexOf('"', start);
        }
        if (quote < 0) {
            throw malformed("the quote is never closed");
        }
        length = keep(start, quote, length);
        at = quote + 1;
        return closed(new Cell(Arrays.copyOf(unquoted, length), this, opening));
    }

    private int keep(int from, int to, int length) {
        if (unquoted.length == 0) {
            unquoted = new char[text.length];
        }
        System.arraycopy(text, from, unquoted, length, to - from);
        return length + to - from;
    }

    private Cell closed(Cell cell) throws MalformedBody {
        if (at < text.length && text[at] != ',' && !isLineEnd(text[at])) {
            throw malformed("text stands behind the closing quote");
        }
        return cell;
    }

    private void skipLineEnd() {
        if (at + 1 < text.length && text[at] == '\r' && text[at + 1] == '\n') {
            at += 2;
        } else if (at < text.length) {
            at++;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }
}
