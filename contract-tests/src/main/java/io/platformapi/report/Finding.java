package io.platformapi.report;

import java.util.ArrayList;
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
 * @param sites where it counts, when that can be told more precisely than by the subject; the first is the subject's
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
        List<Site> sites,
        @Nullable String curl) {

    private static final String ALSO = "also";
    private static final int MOST_NAMES = 5;

    public Finding {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not kebab-case: " + id);
        }
        locations = List.copyOf(locations);
        evidence = List.copyOf(evidence);
        sites = List.copyOf(sites);
    }

    /** A finding with what every finding has. */
    public static Finding of(String id, Level level, String subject, String message) {
        return new Finding(id, level, subject, message, null, List.of(), List.of(), null, List.of(), null);
    }

    /** The same finding, saying who is hurt. */
    public Finding hurting(String whom) {
        return new Finding(id, level, subject, message, whom, locations, evidence, advice, sites, curl);
    }

    /** The same finding at these places. */
    public Finding at(List<Location> places) {
        return new Finding(id, level, subject, message, consequence, places, evidence, advice, sites, curl);
    }

    /** The same finding, proved by this. */
    public Finding provedBy(List<Evidence> proofs) {
        return new Finding(id, level, subject, message, consequence, locations, proofs, advice, sites, curl);
    }

    /** The same finding, saying what would be right. */
    public Finding advising(String whatWouldBeRight) {
        return new Finding(
                id, level, subject, message, consequence, locations, evidence, whatWouldBeRight, sites, curl);
    }

    /** The same finding with a command that shows it. */
    public Finding reproducedBy(String command) {
        return new Finding(id, level, subject, message, consequence, locations, evidence, advice, sites, command);
    }

    /** The same finding in other words. */
    public Finding saying(String words) {
        return new Finding(id, level, subject, words, consequence, locations, evidence, advice, sites, curl);
    }

    /** The same finding at another level. */
    public Finding on(Level other) {
        return new Finding(id, other, subject, message, consequence, locations, evidence, advice, sites, curl);
    }

    /** The same finding, as it is where it counts: told of the first of the sites, with the other subjects named. */
    public Finding counting(List<Site> where) {
        Site first = where.get(0);
        List<Evidence> proofs = new ArrayList<>(evidence);
        proofs.removeIf(each -> each.name().equals(ALSO));
        List<String> others = where.stream()
                .map(Site::subject)
                .filter(each -> !each.equals(first.subject()))
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            String more = others.size() > MOST_NAMES ? " and " + (others.size() - MOST_NAMES) + " more" : "";
            List<String> named = others.subList(0, Math.min(MOST_NAMES, others.size()));
            proofs.add(new Evidence(ALSO, String.join(", ", named) + more));
        }
        return new Finding(
                id, level, first.subject(), first.message(), consequence, locations, proofs, advice, where, curl);
    }
}
