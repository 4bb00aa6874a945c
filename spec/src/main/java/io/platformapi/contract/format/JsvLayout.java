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
    static JsvLayout lenient(char[] text) {
        int at = 0;
        while (at < text.length && Character.isWhitespace(text[at])) {
            at++;
        }
        if (at == text.length || text[at] != '{' && text[at] != '[') {
            return SOME;
        }
        for (at++; at < text.length && (text[at] == ' ' || text[at] == '\t'); at++) {}
        return at < text.length && (text[at] == '\n' || text[at] == '\r') ? INDENTED : SOME;
    }
}
