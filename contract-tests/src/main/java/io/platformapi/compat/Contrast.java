package io.platformapi.compat;

import io.platformapi.contract.source.Excerpt;
import io.platformapi.contract.source.Node;

/** Two values as a sentence shows them: each cut to what a line holds, so that one sees where they differ. */
record Contrast(String was, String is) {

    private static final int LONGEST = 80;
    private static final int AROUND = 20;
    private static final String ABSENT = "not given";

    static Contrast of(Node was, Node is) {
        String before = text(was);
        String after = text(is);
        int same = same(before, after);
        int from = same < LONGEST - AROUND || !was.exists() || !is.exists() ? 0 : same - AROUND;
        return new Contrast(cut(before, from), cut(after, from));
    }

    private static String text(Node node) {
        return node.exists() ? node.json().toString() : ABSENT;
    }

    private static int same(String one, String other) {
        int same = 0;
        while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    private static String cut(String text, int from) {
        if (from == 0) {
            return Excerpt.of(text, LONGEST);
        }
        int start = Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
        return "…" + Excerpt.of(text.substring(start), LONGEST);
    }

    /** What follows the name of what is another one now. */
    String sentence() {
        return "was " + was + " and is " + is + ".";
    }

    /** The same of what is a remark to readers. */
    String remark() {
        return "was " + was + " and is " + is + ", a remark that refuses no value.";
    }
}
