package io.platformapi.contract.format;

import org.jspecify.annotations.Nullable;

/** A JSV text and the place up to which it is read: its characters, quotes and layout. */
final class JsvText {

    /** Stands behind the last character; and in place of a closing bracket, for a value that takes the whole text. */
    static final char END = '\0';

    private final Slice whole;
    private final char[] text;
    private final int end;
    private final JsvLayout layout;
    private int at;

    JsvText(Slice whole, JsvLayout layout) {
        this.whole = whole;
        this.text = whole.text();
        this.end = whole.to();
        this.layout = layout;
        this.at = whole.from();
    }

    int place() {
        return at;
    }

    boolean isEnded() {
        return at >= end;
    }

    char peek() {
        return at < end ? text[at] : END;
    }

    void skip() {
        at++;
    }

    void skipLayout() {
        while (layout != JsvLayout.NONE && at < end && isBlank(text[at])) {
            at++;
        }
    }

    /** Blanks in front of a bracket or a quote are layout; in front of anything else they belong to the value. */
    void skipToOpening() {
        if (layout == JsvLayout.NONE) {
            return;
        }
        if (layout == JsvLayout.INDENTED && peek() == ' ') {
            at++;
        }
        int ahead = at;
        while (ahead < end && isBlank(text[ahead])) {
            ahead++;
        }
        if (ahead < end && "{[\"".indexOf(text[ahead]) >= 0) {
            at = ahead;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** A name without quotes: one of those known, if it is known. */
    String name(NameTable known) {
        int start = at;
        at = JsvWriter.SPECIAL.first(text, at, end);
        return known.name(text, start, at);
    }

    /** A text in quotes, without them. */
    String quoted() throws MalformedBody {
        int opening = at;
        int start = ++at;
        StringBuilder pieces = null;
        for (; at < end; at++) {
            if (text[at] == '"') {
                if (at + 1 == end || text[at + 1] != '"') {
                    return piece(pieces, start, at++);
                }
                pieces = (pieces == null ? new StringBuilder() : pieces).append(text, start, ++at - start);
                start = at + 1;
            }
        }
        throw malformed("the quote is never closed", opening);
    }

    private String piece(@Nullable StringBuilder before, int from, int to) {
        return before == null
                ? new String(text, from, to - from)
                : before.append(text, from, to - from).toString();
    }

    /** A text without quotes, up to a comma or the closing bracket; which must be one if it must be exact. */
    String bare(CharacterTable special, char close) throws MalformedBody {
        int start = at;
        if (layout == JsvLayout.NONE) {
            at = special.first(text, at, end);
            if (at < end && !endsBare(text[at], close)) {
                throw malformed("this text must be quoted", start);
            }
        } else {
            skipBare(close);
        }
        return new String(text, start, at - start);
    }

    private void skipBare(char close) throws MalformedBody {
        if (peek() == '{' || peek() == '[') {
            skipBracketed();
        }
        while (at < end && !endsBare(text[at], close)) {
            at++;
        }
    }

    private boolean endsBare(char c, char close) {
        return close != END && (c == ',' || c == close) || layout == JsvLayout.INDENTED && (c == '\n' || c == '\r');
    }

    /** Text that begins with a bracket, such as a GUID in braces, goes to its partner at least. */
    private void skipBracketed() throws MalformedBody {
        char open = peek();
        char partner = open == '{' ? '}' : ']';
        int start = at;
        for (int nested = 0; at < end; at++) {
            char c = text[at];
            nested += c == open ? 1 : c == partner ? -1 : 0;
            if (nested == 0) {
                at++;
                return;
            }
        }
        throw malformed("'" + open + "' is never closed", start);
    }

    MalformedBody malformed(String problem) {
        return malformed(isEnded() ? problem + ", but the text ends here" : problem, at);
    }

    MalformedBody malformed(String problem, int place) {
        return Places.malformed(problem, whole.toString(), place - whole.from());
    }
}
