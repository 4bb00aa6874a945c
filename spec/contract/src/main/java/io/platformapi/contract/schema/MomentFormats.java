package io.platformapi.contract.schema;

import java.time.YearMonth;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats of dates, times and durations (RFC 3339, section 5.6 and appendix A). */
final class MomentFormats {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("([01]\\d|2[0-3]):\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final Pattern PLAIN_TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ");
    private static final Pattern LONG_FRACTION = Pattern.compile("(\\.\\d{9})\\d+");
    private static final Predicate<String> TIME = Registry.of("time");
    private static final int DATE_LENGTH = "2026-01-31".length();

    private static final String TIME_PART = "T(\\d+H(\\d+M(\\d+S)?)?|\\d+M(\\d+S)?|\\d+S)";
    private static final Pattern DURATION = Pattern.compile(
            "P(\\d+W|" + TIME_PART + "|(\\d+Y(\\d+M(\\d+D)?)?|\\d+M(\\d+D)?|\\d+D)(" + TIME_PART + ")?)");

    private MomentFormats() {}

    static boolean isDate(String text) {
        return DATE.matcher(text).matches() && isInCalendar(text);
    }

    private static boolean isInCalendar(String date) {
        int month = Integer.parseInt(date, 5, 7, 10);
        int day = Integer.parseInt(date, 8, DATE_LENGTH, 10);
        boolean some = month >= 1 && month <= 12 && day >= 1;
        return some
                && day <= YearMonth.of(Integer.parseInt(date, 0, 4, 10), month).lengthOfMonth();
    }

    /** RFC 3339 sets no limit to the digits of a second's fraction. */
    static boolean isTime(String text) {
        return PLAIN_TIME.matcher(text).matches()
                || TIME_OF_DAY.matcher(text).matches()
                        && TIME.test(LONG_FRACTION.matcher(text).replaceFirst("$1"));
    }

    static boolean isDateTime(String text) {
        return text.length() > DATE_LENGTH
                && "Tt".indexOf(text.charAt(DATE_LENGTH)) >= 0
                && isDate(text.substring(0, DATE_LENGTH))
                && isTime(text.substring(DATE_LENGTH + 1));
    }

    static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }
}
