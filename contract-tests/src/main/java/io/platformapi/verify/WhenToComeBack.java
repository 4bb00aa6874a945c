package io.platformapi.verify;

import io.platformapi.contract.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads when to come back: a number of seconds or a date (RFC 9110, section 10.2.3). */
final class WhenToComeBack {

    private static final Duration LEAST = Duration.ofMillis(100);
    private static final int MOST_DIGITS = 9;

    private WhenToComeBack() {}

    /** How long to wait; a date is told by the server's own clock where it shows that. */
    static Optional<Duration> of(HttpResponse answer, Instant now) {
        String text = answer.headers().text("Retry-After").strip();
        Optional<Duration> wait = text.matches("\\d{1," + MOST_DIGITS + "}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : date(text)
                        .map(then -> Duration.between(
                                date(answer.headers().text("Date")).orElse(now), then));
        return wait.map(time -> time.compareTo(LEAST) < 0 ? LEAST : time);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
