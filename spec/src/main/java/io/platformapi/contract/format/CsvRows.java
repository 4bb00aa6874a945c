package io.platformapi.contract.format;

import java.util.ArrayList;
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
    record Cell(String text, CsvRows rows, int at) {

        MalformedBody malformed(String problem) {
            return Places.malformed(problem, rows.text, at);
        }
    }

    private final String text;
    private int at;
    private int columns;

    CsvRows(String text) {
        this.text = text;
    }

    /** Whether all rows are read; an empty line is a row of one empty cell only where rows have one cell. */
    boolean ended() {
        while (columns > 1 && at < text.length() && isLineEnd(text.charAt(at))) {
            at++;
        }
        return at >= text.length();
    }

    /** The next row; one empty cell where the text has ended. */
    List<Cell> next() throws MalformedBody {
        List<Cell> row = new ArrayList<>(Math.max(columns, 1));
        row.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            row.add(cell());
        }
        skipLineEnd();
        columns = Math.max(columns, row.size());
        return row;
    }

    MalformedBody malformed(String problem) {
        return Places.malformed(problem, text, at);
    }

    private Cell cell() throws MalformedBody {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private Cell plain() throws MalformedBody {
        int start = at;
        for (; at < text.length() && text.charAt(at) != ',' && !isLineEnd(text.charAt(at)); at++) {
            if (text.charAt(at) == '"') {
                throw malformed("a quote stands in a cell that is not quoted");
            }
        }
        return new Cell(text.substring(start, at), this, start);
    }

    private Cell quoted() throws MalformedBody {
        int opening = at;
        int start = ++at;
        int end = text.indexOf('"', start);
        StringBuilder pieces = new StringBuilder();
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '"') {
            pieces.append(text, start, end + 1);
            start = end + 2;
            end = text.indexOf('"', start);
        }
        if (end < 0) {
            at = opening;
            throw malformed("the quote is never closed");
        }
        at = end + 1;
        if (at < text.length() && text.charAt(at) != ',' && !isLineEnd(text.charAt(at))) {
            throw malformed("text stands behind the closing quote");
        }
        return new Cell(pieces.append(text, start, end).toString(), this, opening);
    }

    private void skipLineEnd() {
        if (text.startsWith("\r\n", at)) {
            at += 2;
        } else if (at < text.length()) {
            at++;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }
}
