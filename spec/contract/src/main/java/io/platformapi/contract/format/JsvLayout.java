package io.platformapi.contract.format;

/** How much white space a JSV text may have beside its values. */
enum JsvLayout {
    /** None: every blank belongs to a value. */
    NONE,
    /** Before names, and before whatever opens with a bracket or a quote. */
    SOME,
    /** The indented form of the platform's pages: each value on a line of its own, one blank behind the colon. */
    INDENTED;

    /** The layout of a text that somebody sent: indented if its first bracket ends its line. */
    static JsvLayout lenient(Slice slice) {
        char[] text = slice.text();
        int at = slice.from();
        while (at < slice.to() && Character.isWhitespace(text[at])) {
            at++;
        }
        if (at == slice.to() || text[at] != '{' && text[at] != '[') {
            return SOME;
        }
        for (at++; at < slice.to() && (text[at] == ' ' || text[at] == '\t'); at++) {}
        return at < slice.to() && (text[at] == '\n' || text[at] == '\r') ? INDENTED : SOME;
    }
}
