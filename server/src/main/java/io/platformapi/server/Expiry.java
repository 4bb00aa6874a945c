package io.platformapi.server;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When a key ends, as people write it. */
final class Expiry {

    static final String DESCRIPTION = "When it ends: a moment (2027-01-31T12:00:00Z), a day (2027-01-31, at whose start"
            + " in UTC it ends) or a duration from now (P90D). Never, if left out.";

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Expiry() {}

    /** The moment; null for never. */
    static @Nullable Instant of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Instant end = moment(text);
        if (!end.isAfter(Instant.now())) {
            throw new UnusableSetting("--expires is '" + text + "', which is past");
        }
        if (end.isAfter(LATEST)) {
            throw new UnusableSetting("--expires is '" + text + "', which is too far away; leave it out for never");
        }
        return end;
    }

    private static Instant moment(String text) {
        try {
            if (text.startsWith("P")) {
                return Instant.now().plus(Duration.parse(text));
            }
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | ArithmeticException e) {
            throw new UnusableSetting("--expires is '" + text + "'; it has to be a moment such as 2027-01-31T12:00:00Z,"
                    + " a day such as 2027-01-31 or a duration such as P90D");
        }
    }

    /** A duration of an option. */
    static Duration duration(String option, String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.toDays() <= 36_500) {
                return duration;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new UnusableSetting(option + " is '" + text + "'; it has to be a duration such as PT2H or P7D");
    }
}
