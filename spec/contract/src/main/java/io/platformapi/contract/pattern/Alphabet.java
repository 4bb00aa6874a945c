package io.platformapi.contract.pattern;

/** What an expression takes for one character of a text. */
public enum Alphabet {
    /** Whole characters: the expression reads with the {@code u} flag. */
    CODE_POINTS(Character.MAX_CODE_POINT),
    /** The units of UTF-16, of which an emoji has two: it reads only without. */
    CODE_UNITS(Character.MAX_VALUE);

    private final int last;

    Alphabet(int last) {
        this.last = last;
    }

    /** The last character. */
    public int last() {
        return last;
    }
}
