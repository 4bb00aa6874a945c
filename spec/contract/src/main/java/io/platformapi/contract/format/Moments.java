package io.platformapi.contract.format;

import java.util.regex.Pattern;

/** Moments as JSV and CSV spell them: midnight, wherever a moment is expected, is its date alone. */
final class Moments {

    private static final int DATE = 10;
    private static final Pattern MIDNIGHT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T00:00:00Z?");
    private static final Pattern DATE_ALONE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Moments() {}

    /** The shortest spelling. What is no moment stays as it is. */
    static String shortest(String text) {
        return text.startsWith("T00:00:00", DATE) && MIDNIGHT.matcher(text).matches() ? text.substring(0, DATE) : text;
    }

    /** The whole moment behind a spelling. What is no date stays as it is. */
    static String whole(String text) {
        return text.length() == DATE && DATE_ALONE.matcher(text).matches() ? text + "T00:00:00Z" : text;
    }
}
