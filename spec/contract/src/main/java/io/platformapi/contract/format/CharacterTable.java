package io.platformapi.contract.format;

/** A set of characters that is quickly asked. Immutable. */
final class CharacterTable {

    private static final int ASCII = 128;
    private static final int BEYOND_ALL = Character.MAX_VALUE + 1;

    private final boolean[] ascii = new boolean[ASCII];
    private final int beyond;

    private CharacterTable(String characters, int beyond) {
        this.beyond = beyond;
        for (int i = 0; i < characters.length(); i++) {
            ascii[characters.charAt(i)] = true;
        }
    }

    /** A set of characters of ASCII. */
    static CharacterTable of(String characters) {
        return new CharacterTable(characters, BEYOND_ALL);
    }

    /** This set, and every character of UTF-16 from one on. */
    CharacterTable andFrom(char first) {
        return new CharacterTable(characters(), first);
    }

    boolean contains(char c) {
        return c < ASCII ? ascii[c] : c >= beyond;
    }

    /** Whether one of these stands in a part of a text. */
    boolean isIn(char[] text, int from, int to) {
        return first(text, from, to) < to;
    }

    /** The place of the first of these in a part of a text; the end of the part where none stands there. */
    int first(char[] text, int from, int to) {
        boolean[] known = ascii;
        int rest = beyond;
        for (int at = from; at < to; at++) {
            char c = text[at];
            if (c < ASCII ? known[c] : c >= rest) {
                return at;
            }
        }
        return to;
    }

    private String characters() {
        StringBuilder characters = new StringBuilder();
        for (char c = 0; c < ASCII; c++) {
            if (ascii[c]) {
                characters.append(c);
            }
        }
        return characters.toString();
    }
}
