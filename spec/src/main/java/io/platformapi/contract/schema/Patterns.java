package io.platformapi.contract.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of schemas (ECMA-262), each match within a budget of steps.
 *
 * <p>A pattern such as {@code (a+)+$} can be made to run for years by a short text. A match that uses up its budget is
 * taken as a mismatch: a value that cannot be shown to be right is refused. The reader of the document warns of a
 * pattern that is not understood, and leaves it out.
 */
public final class Patterns implements RegularExpressionFactory {

    private static final int MOST_STEPS = 1_000_000;

    /** Whether a pattern is understood. */
    public static boolean reads(String regex) {
        try {
            compiled(regex);
            return true;
        } catch (PatternSyntaxException | StackOverflowError unknown) { // each bracket costs the compiler some stack
            return false;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws PatternSyntaxException if it is not understood
     */
    @Override
    public RegularExpression getRegularExpression(String regex) {
        Pattern pattern = compiled(regex);
        return text -> matches(pattern, text);
    }

    private static Pattern compiled(String regex) {
        return Pattern.compile(inJava(regex));
    }

    private static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Budgeted(text, new int[] {MOST_STEPS})).find();
        } catch (OutOfSteps | StackOverflowError spent) { // alternatives under a star take stack for each character
            return false;
        }
    }

    /** ECMA's {@code $} is the very end, {@code [^]} anything, {@code \d} and {@code \w} ASCII as in Java. */
    private static String inJava(String regex) {
        return regex.replace("[^]", "[\\s\\S]").replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\$$", "$1\\\\z");
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
