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
    static JsvLayout lenient(String text) {
        String start = text.stripLeading();
        if (start.isEmpty() || start.charAt(0) != '{' && start.charAt(0) != '[') {
            return SOME;
        }
        for (int i = 1; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c == '\n' || c == '\r') {
                return INDENTED;
            }
            if (c != ' ' && c != '\t') {
                return SOME;
            }
        }
        return SOME;
    }
}
