package io.platformapi.report;

import io.platformapi.contract.source.Node;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A finding that somebody decided to live with until a day.
 *
 * @param finding the id of what is found
 * @param subject what it is found at, such as {@code POST /pets}; "" for everywhere
 * @param reason why it is accepted
 * @param until the last day the waiver holds
 * @param location where it is written
 */
record Waiver(String finding, String subject, String reason, LocalDate until, Location location) {

    static Waiver of(Node written) {
        return new Waiver(
                text(written, "finding"),
                written.text("subject", ""),
                text(written, "reason"),
                date(written),
                location(written));
    }

    private static String text(Node written, String name) {
        String text = written.text(name, "").strip();
        if (text.isEmpty()) {
            throw written.unreadable(
                    "the waiver has no \"" + name + "\"; it needs finding, reason and until, and may have a subject");
        }
        return text;
    }

    private static LocalDate date(Node written) {
        String text = text(written, "until");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw written.member("until").unreadable(text + " is no date; write one as 2026-12-31");
        }
    }

    private static Location location(Node written) {
        var place = written.place();
        return new Location("waiver", place.file(), place.pointer(), place.line());
    }

    boolean covers(Finding found) {
        return found.level().fails()
                && found.id().equals(finding)
                && (subject.isEmpty() || subject.equals(found.subject()));
    }

    boolean holds(LocalDate today) {
        return !today.isAfter(until);
    }
}
