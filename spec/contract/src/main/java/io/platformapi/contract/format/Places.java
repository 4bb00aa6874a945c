package io.platformapi.contract.format;

/** Lines and columns of a text. */
final class Places {

    private Places() {}

    /** A refusal that names the place of a character. */
    static MalformedBody malformed(String problem, String text, int at) {
        int line = 1;
        int start = 0;
        int end = Math.min(at, text.length());
        for (int newline = text.indexOf('\n'); newline >= 0 && newline < end; newline = text.indexOf('\n', start)) {
            start = newline + 1;
            line++;
        }
        return new MalformedBody(problem, line, end - start + 1);
    }
}
