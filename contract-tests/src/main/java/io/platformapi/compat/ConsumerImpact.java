package io.platformapi.compat;

import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.FindingKinds;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import io.platformapi.report.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Tells which consumers a change hits, by the same engine: a consumer is an edition that sends and reads less.
 *
 * <ol>
 *   <li>Each consumer is held to the old contract. What does not fit is told, for nothing can be said of it.
 *   <li>It is held to the new one. What no longer fits is what hits it.
 *   <li>Each break names the consumers it hits, with a witness of theirs; what hits one and is no break for all is told
 *       by itself.
 * </ol>
 */
record ConsumerImpact(List<Consumer> consumers, Gate gate, SchemaReading.Profile profile, LocalDate today) {

    /** A consumer is hit by something that breaks no client in general. */
    static final String BROKEN = "consumer-broken";

    /** A consumer does not fit the contract it has today. */
    static final String UNFIT = "consumer-unfit";

    private static final FindingKinds KINDS = FindingKinds.of("compat");

    Report told(Report report, Contract old, Contract fresh) {
        Map<Consumer, List<Finding>> hits = new LinkedHashMap<>();
        List<Finding> others = new ArrayList<>();
        for (Consumer consumer : consumers) {
            Consumer.Held before = consumer.heldTo(old, profile, today);
            Consumer.Held after = consumer.heldTo(fresh, profile, today);
            before.misfits().forEach(each -> others.add(misfit(consumer, each)));
            hits.put(consumer, beyond(after.misfits(), before.misfits(), ConsumerImpact::meet));
            beyond(after.losses(), before.losses(), ConsumerImpact::isWrittenAlike)
                    .forEach(each -> others.add(loss(consumer, each)));
        }
        List<Finding> told = new ArrayList<>(
                report.findings().stream().map(each -> told(each, hits)).toList());
        hits.forEach((consumer, found) -> found.stream()
                .filter(each -> report.findings().stream()
                        .noneMatch(known -> known.level().fails() && meet(known, each)))
                .forEach(each -> others.add(about(BROKEN, consumer, each, "is hit"))));
        told.addAll(others);
        return report.with(told);
    }

    private static List<Finding> beyond(List<Finding> now, List<Finding> before, BiPredicate<Finding, Finding> same) {
        return now.stream()
                .filter(each -> before.stream().noneMatch(known -> same.test(known, each)))
                .toList();
    }

    /** Whether both are about what stands at one place of the consumer's document. */
    private static boolean isWrittenAlike(Finding one, Finding other) {
        return one.locations().get(0).equals(other.locations().get(0));
    }

    /** What a client uses and no contract speaks of any more, is nobody's promise. */
    private static Finding loss(Consumer consumer, Finding found) {
        return about(BROKEN, consumer, found, "may be hit")
                .on(Level.UNDECIDED)
                .provedBy(List.of(new Evidence(
                        "undecided because", "the consumer uses it, and no contract says what comes of it now")));
    }

    private Finding told(Finding finding, Map<Consumer, List<Finding>> hits) {
        if (!finding.level().fails()) {
            return finding;
        }
        List<Evidence> evidence = new ArrayList<>(finding.evidence());
        hits.forEach((consumer, found) -> found.stream()
                .filter(each -> meet(finding, each))
                .findFirst()
                .ifPresent(each -> evidence.add(new Evidence("hits " + consumer.name(), proof(each)))));
        boolean hitsNobody = evidence.size() == finding.evidence().size();
        if (hitsNobody) {
            evidence.add(new Evidence("hits", "none of the " + consumers.size() + " consumers"));
        }
        Finding told = finding.provedBy(evidence);
        return hitsNobody && gate == Gate.CONSUMERS ? told.on(Level.ALLOWED) : told;
    }

    private static String proof(Finding finding) {
        return finding.evidence().stream()
                .findFirst()
                .map(each -> each.name().equals("witness") ? each.text() : each.name() + ": " + each.text())
                .orElse(finding.message());
    }

    /** Whether both are about the same place of the same operation, or one about all of what the other is about. */
    private static boolean meet(Finding one, Finding other) {
        return sites(one).stream()
                .anyMatch(site -> sites(other).stream()
                        .anyMatch(found -> operation(site).equals(operation(found))
                                && (isAround(site, found) || isAround(found, site))));
    }

    private static List<Site> sites(Finding finding) {
        return finding.sites().isEmpty()
                ? List.of(new Site(finding.subject(), "", List.of(), finding.message()))
                : finding.sites();
    }

    /** Variables of paths may have other names at the client. */
    private static String operation(Site site) {
        return site.subject().replaceAll("\\{[^}]*}", "{}");
    }

    private static boolean isAround(Site outer, Site inner) {
        return inner.place().equals(outer.place())
                || outer.place().isEmpty()
                || inner.place().startsWith(outer.place() + " ")
                || inner.place().startsWith(outer.place() + "/");
    }

    private static Finding misfit(Consumer consumer, Finding found) {
        return about(UNFIT, consumer, found, "does not fit the old contract").on(Level.UNDECIDED);
    }

    private static Finding about(String id, Consumer consumer, Finding found, String what) {
        return KINDS.told(Finding.of(
                        id,
                        Level.ERROR,
                        "consumer " + consumer.name(),
                        "It " + what + ": " + found.subject() + " " + found.message())
                .at(found.locations())
                .provedBy(found.evidence()));
    }
}
