package io.platformapi.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a tool found.
 *
 * @param id the rule or check, kebab-case; ids never change, waivers name them
 * @param subject what it is about, such as {@code GET /pets}; findings are grouped by it
 * @param message one sentence: what is wrong
 * @param consequence who is hurt, and how
 * @param locations where it is, in one document or two
 * @param evidence what proves it
 * @param advice what would be right
 * @param curl a command that shows it, for findings about a running server
 */
public record Finding(
        String id,
        Level level,
        String subject,
        String message,
        @Nullable String consequence,
        List<Location> locations,
        List<Evidence> evidence,
        @Nullable String advice,
        @Nullable String curl) {

    public Finding {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not kebab-case: " + id);
        }
        locations = List.copyOf(locations);
        evidence = List.copyOf(evidence);
    }

    /** A finding with what every finding has. */
    public static Finding of(String id, Level level, String subject, String message) {
        return new Finding(id, level, subject, message, null, List.of(), List.of(), null, null);
    }

    /** The same finding, saying who is hurt. */
    public Finding hurting(String whom) {
        return new Finding(id, level, subject, message, whom, locations, evidence, advice, curl);
    }

    /** The same finding at these places. */
    public Finding at(List<Location> places) {
        return new Finding(id, level, subject, message, consequence, places, evidence, advice, curl);
    }

    /** The same finding, proved by this. */
    public Finding provedBy(List<Evidence> proofs) {
        return new Finding(id, level, subject, message, consequence, locations, proofs, advice, curl);
    }

    /** The same finding, saying what would be right. */
    public Finding advising(String whatWouldBeRight) {
        return new Finding(id, level, subject, message, consequence, locations, evidence, whatWouldBeRight, curl);
    }

    /** The same finding with a command that shows it. */
    public Finding reproducedBy(String command) {
        return new Finding(id, level, subject, message, consequence, locations, evidence, advice, command);
    }

    /** The same finding at another level. */
    public Finding on(Level other) {
        return new Finding(id, other, subject, message, consequence, locations, evidence, advice, curl);
    }
}
