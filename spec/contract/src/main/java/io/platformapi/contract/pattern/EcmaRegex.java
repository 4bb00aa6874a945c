package io.platformapi.contract.pattern;

/**
 * A regular expression as ECMA-262 reads it: with the {@code u} flag, or without if it reads only so.
 *
 * @param term what it says
 */
public record EcmaRegex(String text, Alphabet alphabet, RegexTerm term) {

    /**
     * The expression of a text.
     *
     * @throws UnreadableRegex if it is none, or one that we do not understand
     */
    public static EcmaRegex of(String text) {
        try {
            return read(text, Alphabet.CODE_POINTS);
        } catch (UnreadableRegex strictly) {
            return loosely(text, strictly.getMessage());
        }
    }

    private static EcmaRegex loosely(String text, String problem) {
        try {
            return read(text, Alphabet.CODE_UNITS);
        } catch (UnreadableRegex e) {
            throw e.getMessage().equals(problem)
                    ? e
                    : new UnreadableRegex(e.getMessage() + " (read with the u flag: " + problem + ")");
        }
    }

    private static EcmaRegex read(String text, Alphabet alphabet) {
        return new EcmaRegex(text, alphabet, new RegexReader(text, alphabet).read());
    }
}
