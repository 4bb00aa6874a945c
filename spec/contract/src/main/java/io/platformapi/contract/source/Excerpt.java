package io.platformapi.contract.source;

/** The beginning of a text, for messages: cut, with an ellipsis, where it gets long. */
public final class Excerpt {

    private Excerpt() {}

    /** The text, or its first {@code longest} characters; a pair of surrogates is not torn apart. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
