package io.platformapi.contract.format;

/**
 * How a cell of CSV keeps a spreadsheet from reckoning with it: by an apostrophe before a text that would start a
 * formula (decision 0051).
 *
 * <p>A text that begins with apostrophes and then would start one gets one more, so that reading takes away what
 * writing put there and nothing else.
 */
final class Formulas {

    private static final char MARK = '\'';

    /** What starts a formula, or is passed over before one; the last four are wide forms of the first. */
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    /** A text as a cell has it. */
    static String guarded(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == MARK) {
            at++;
        }
        return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0 ? MARK + text : text;
    }

    /** The text of a cell. */
    static Slice bare(Slice cell) {
        int at = cell.from();
        while (at < cell.to() && cell.text()[at] == MARK) {
            at++;
        }
        boolean marked = at > cell.from() && at < cell.to() && STARTS.indexOf(cell.text()[at]) >= 0;
        return marked ? new Slice(cell.text(), cell.from() + 1, cell.to()) : cell;
    }
}
