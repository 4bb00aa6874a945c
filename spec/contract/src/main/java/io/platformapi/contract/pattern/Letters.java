package io.platformapi.contract.pattern;

/** The letters of an expression, one after another. */
final class Letters {

    private final int[] letters;
    private int at;

    Letters(String text, Alphabet alphabet) {
        letters = (alphabet == Alphabet.CODE_POINTS ? text.codePoints() : text.chars()).toArray();
    }

    /** How many have been taken. */
    int at() {
        return at;
    }

    void backTo(int at) {
        this.at = at;
    }

    boolean areLeft() {
        return at < letters.length;
    }

    /** The next letter, or -1. */
    int peek() {
        return areLeft() ? letters[at] : -1;
    }

    int next() {
        return letters[at++];
    }

    boolean peek(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= letters.length || letters[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean take(String text) {
        boolean found = peek(text);
        at += found ? text.length() : 0;
        return found;
    }

    /** Digits of a base, so many at most; the empty text if there are none. */
    String digits(int base, int most) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < most && isDigit(peek(), base)) {
            digits.append((char) next());
        }
        return digits.toString();
    }

    /** Java knows digits of other scripts, too. */
    private static boolean isDigit(int letter, int base) {
        return letter >= '0' && letter <= 'z' && Character.digit(letter, base) >= 0;
    }

    /** What goes on to a letter, which is taken; null, and nothing is taken, if it does not come. */
    @org.jspecify.annotations.Nullable
    String before(char end) {
        for (int i = at; i < letters.length; i++) {
            if (letters[i] == end) {
                String text = new String(letters, at, i - at);
                at = i + 1;
                return text;
            }
        }
        return null;
    }
}
