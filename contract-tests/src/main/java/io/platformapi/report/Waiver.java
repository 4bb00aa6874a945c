package io.platformapi.report;

import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.source.Node;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A finding that somebody decided to live with until a day. It is meant at one place, and for what was found there on
 * that day: it never covers the next finding of its kind.
 *
 * @param finding the id of what is found
 * @param subject what it is found at, such as {@code POST /pets}; "" for everywhere
 * @param place where in it, as the report writes it; "" for findings without a place
 * @param values what was found there, each as JSON; a finding with others is not covered
 * @param reason why it is accepted
 * @param until the last day the waiver holds
 * @param location where it is written
 */
record Waiver(
        String finding,
        String subject,
        String place,
        List<String> values,
        String reason,
        LocalDate until,
        Location location) {

    static Waiver of(Node written, FindingKinds known) {
        return new Waiver(
                finding(written, known),
                written.text("subject", ""),
                written.text("place", ""),
                written.member("values").items().stream()
                        .map(item -> item.json().toString())
                        .toList(),
                text(written, "reason"),
                date(written),
                location(written));
    }

    /** The same waiver, meant for one subject. */
    Waiver at(String where) {
        return new Waiver(finding, where, place, values, reason, until, location);
    }

    /** A waiver of a finding at a site, to be filled in and pasted. */
    static String entry(Finding finding, Site site) {
        StringBuilder entry = new StringBuilder("- {finding: " + finding.id());
        entry.append(", subject: ").append(quoted(site.subject()));
        if (!site.place().isEmpty()) {
            entry.append(", place: ").append(quoted(site.place()));
        }
        if (!site.values().isEmpty()) {
            entry.append(", values: [").append(String.join(", ", site.values())).append("]");
        }
        return entry.append(", reason: \"\", until: \"\"}").toString();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static String text(Node written, String name) {
        String text = written.text(name, "").strip();
        if (text.isEmpty()) {
            throw written.unreadable("the waiver has no \"" + name
                    + "\"; it needs finding, reason and until, and may have a subject, place and values");
        }
        return text;
    }

    private static String finding(Node written, FindingKinds known) {
        String id = text(written, "finding");
        if (known.find(id).isEmpty()) {
            throw written.member("finding")
                    .unreadable(
                            "no tool finds " + id + "; explain --list of compat, verify and lint lists what they do");
        }
        return id;
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

    /** Whether it is about such a finding at such a subject, wherever in it. */
    boolean resembles(Finding found, Site site) {
        return found.level().fails()
                && found.id().equals(finding)
                && (subject.isEmpty() || subject.equals(site.subject()));
    }

    boolean covers(Finding found, Site site) {
        return resembles(found, site) && place.equals(site.place()) && values.containsAll(site.values());
    }

    boolean holds(LocalDate today) {
        return !today.isAfter(until);
    }
}
