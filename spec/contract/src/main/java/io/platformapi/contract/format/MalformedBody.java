package io.platformapi.contract.format;

import io.platformapi.contract.source.Excerpt;

/** A body that is not of the format it claims. */
public final class MalformedBody extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 500;

    private final String problem;
    private final int line;
    private final int column;

    /**
     * @param problem what is wrong, as a phrase; cut where it gets long, for it may quote the body
     * @param line the line, counted from 1; 0 where no place can be given
     * @param column the column, counted from 1; 0 where no place can be given
     */
    public MalformedBody(String problem, int line, int column) {
        super((line == 0 ? "" : "line " + line + ", column " + column + ": ") + cut(problem));
        this.problem = cut(problem);
        this.line = line;
        this.column = column;
    }

    private static String cut(String problem) {
        return Excerpt.of(problem, LONGEST);
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
