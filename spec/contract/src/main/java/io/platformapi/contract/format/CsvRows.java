package io.platformapi.contract.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rows of a CSV text, read one after the other (RFC 4180; lines may also end in LF alone). */
final class CsvRows {

    /**
     * A cell.
     *
     * @param text what it holds, without its quotes and without the mark of what would be a formula
     * @param rows where it stands
     * @param at where it begins
     */
    record Cell(Slice text, CsvRows rows, int at) {

        boolean isEmpty() {
            return text.isEmpty();
        }

        MalformedBody malformed(String problem) {
            return rows.malformed(problem, at);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final CharacterTable ENDING = CharacterTable.of("\",\r\n");

    private final String body;
    private final char[] text;
    private final UnaryOperator<Slice> bare;
    private int at;
    private int columns;

    /** The rows of a table in which a mark keeps texts from being formulas. */
    CsvRows(String body) {
        this(body, Formulas::bare);
    }

    /** The rows of a table whose cells are as they stand. */
    static CsvRows withoutMarks(String body) {
        return new CsvRows(body, UnaryOperator.identity());
    }

    private CsvRows(String body, UnaryOperator<Slice> bare) {
        this.bare = bare;
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
        Cell cell = at < text.length && text[at] == '"' ? quoted() : plain();
        return new Cell(bare.apply(cell.text()), this, cell.at());
    }

    private Cell plain() throws MalformedBody {
        int start = at;
        at = ENDING.first(text, at, text.length);
        if (at < text.length && text[at] == '"') {
            throw malformed("a quote stands in a cell that is not quoted");
        }
        return new Cell(new Slice(text, start, at), this, start);
    }

    /** Where two quotes stand for one, the rest of the cell moves up: nobody reads that part of the text again. */
    private Cell quoted() throws MalformedBody {
        int opening = at;
        int end = opening + 1;
        int quote = body.indexOf('"', end);
        int start = end;
        while (quote >= 0 && quote + 1 < text.length && text[quote + 1] == '"') {
            end = move(start, quote + 1, end);
            start = quote + 2;
            quote = body.indexOf('"', start);
        }
        if (quote < 0) {
            throw malformed("the quote is never closed");
        }
        end = move(start, quote, end);
        at = quote + 1;
        return closed(new Cell(new Slice(text, opening + 1, end), this, opening));
    }

    private int move(int from, int to, int target) {
        if (from != target) {
            System.arraycopy(text, from, text, target, to - from);
        }
        return target + to - from;
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
