package io.platformapi.contract.format;

/** A body that is not of the format it claims. */
public final class MalformedBody extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int line;
    private final int column;

    /**
     * @param problem what is wrong, as a phrase
     * @param line the line, counted from 1; 0 where no place can be given
     * @param column the column, counted from 1; 0 where no place can be given
     */
    public MalformedBody(String problem, int line, int column) {
        super(line == 0 ? problem : "line " + line + ", column " + column + ": " + problem);
        this.problem = problem;
        this.line = line;
        this.column = column;
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
