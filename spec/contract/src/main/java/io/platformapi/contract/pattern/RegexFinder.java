package io.platformapi.contract.pattern;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Tells whether texts contain a match of an expression, each within a budget of steps. Immutable.
 *
 * <p>An expression such as {@code (a+)+$} can be made to run for years by a short text. A match that uses up its budget
 * is taken as a mismatch: a value that cannot be shown to be right is refused.
 */
public final class RegexFinder {

    private static final int MOST_STEPS = 1_000_000;

    private final Alphabet alphabet;
    private final Pattern pattern;

    private RegexFinder(Alphabet alphabet, Pattern pattern) {
        this.alphabet = alphabet;
        this.pattern = pattern;
    }

    /**
     * One for an expression.
     *
     * @throws UnreadableRegex if it is not understood
     */
    public static RegexFinder of(String regex) {
        return of(EcmaRegex.of(regex));
    }

    /** What in an expression is not understood; empty if all of it is. */
    public static Optional<String> refusal(String regex) {
        try {
            of(regex);
            return Optional.empty();
        } catch (UnreadableRegex e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * One for an expression.
     *
     * @throws UnreadableRegex if it says what Java's engine cannot do
     */
    public static RegexFinder of(EcmaRegex regex) {
        try {
            return new RegexFinder(regex.alphabet(), Pattern.compile(JavaRegex.of(regex)));
        } catch (PatternSyntaxException e) {
            throw new UnreadableRegex("what Java's engine does not read");
        } catch (StackOverflowError e) { // each bracket costs the compiler some stack
            throw new UnreadableRegex("too many groups in each other");
        }
    }

    /** Whether a text contains a match. */
    public boolean finds(String text) {
        CharSequence searched = alphabet == Alphabet.CODE_UNITS && hasSurrogates(text) ? JavaRegex.units(text) : text;
        try {
            return pattern.matcher(new Budgeted(searched, new int[] {MOST_STEPS}))
                    .find();
        } catch (OutOfSteps | StackOverflowError spent) { // alternatives under a star take stack for each character
            return false;
        }
    }

    private static boolean hasSurrogates(String text) {
        return text.chars().anyMatch(unit -> Character.isSurrogate((char) unit));
    }

    private static final class OutOfSteps extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private record Budgeted(CharSequence text, int[] left) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new OutOfSteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Budgeted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
