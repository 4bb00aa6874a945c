package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.Gap;
import io.platformapi.compat.schema.Reading;
import io.platformapi.compat.schema.References;
import io.platformapi.compat.schema.Subsumption;
import io.platformapi.compat.schema.Verdict;
import io.platformapi.contract.Contract;
import io.platformapi.contract.Operation;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Two editions of a contract, and the two questions one can ask about their schemas: one for each way messages go. */
final class Comparison {

    private final Edition old;
    private final Edition fresh;
    private final LocalDate today;
    private final Map<Flow, Subsumption> subsumptions = new EnumMap<>(Flow.class);
    private final Map<Flow, Subsumption> intentions = new EnumMap<>(Flow.class);
    private final boolean literal;
    private final Changes changes = new Changes();

    Comparison(Contract old, Contract fresh, Reading.Profile profile, LocalDate today) {
        this.old = new Edition("old", old);
        this.fresh = new Edition("new", fresh);
        this.today = today;
        this.literal = profile == Reading.Profile.LITERAL;
        for (Flow flow : Flow.values()) {
            subsumptions.put(
                    flow, new Subsumption(sender(flow).document(), reader(flow).document(), flow.direction(), profile));
            intentions.put(
                    flow,
                    new Subsumption(
                            sender(flow).document(), reader(flow).document(), flow.direction(), Reading.Profile.MEANT));
        }
    }

    Edition old() {
        return old;
    }

    Edition fresh() {
        return fresh;
    }

    LocalDate today() {
        return today;
    }

    private Edition sender(Flow flow) {
        return flow == Flow.INCOMING ? old : fresh;
    }

    private Edition reader(Flow flow) {
        return flow == Flow.INCOMING ? fresh : old;
    }

    List<Finding> findings() {
        return changes.findings();
    }

    /** A part of the messages of one operation that a schema describes. */
    record Part(Flow flow, String operation, String name, boolean text) {}

    /** Makes the schemas of both editions known before any is asked about. */
    void prepare(Flow flow, Collection<Node> olds, Collection<Node> freshes) {
        List<References.Located> before = olds.stream().map(old::located).toList();
        List<References.Located> after = freshes.stream().map(fresh::located).toList();
        subsumptions.get(flow).prepare(flow == Flow.INCOMING ? before : after, flow == Flow.INCOMING ? after : before);
    }

    /** Compares the schemas of a part of a message, and reports where they fail. */
    void schemas(Part part, Node before, Node after) {
        Flow flow = part.flow();
        References.Located sent = sender(flow).located(flow == Flow.INCOMING ? before : after);
        References.Located read = reader(flow).located(flow == Flow.INCOMING ? after : before);
        Subsumption subsumption = subsumptions.get(flow);
        if (subsumption.same(sent, read) && (literal || intentions.get(flow).same(sent, read))) {
            return;
        }
        List<Gap> gaps = subsumption.gaps(sent, read);
        if (gaps.isEmpty()) {
            suspicions(part, sent, read);
        }
        if (gaps.isEmpty() || part.text() && isUnderstoodAsText(subsumption, sent, read, reader(flow))) {
            return;
        }
        gaps.forEach(gap -> report(part, gap));
    }

    /** A yes that rests on keywords without effect, or on schemas without values, is none that one should rely on. */
    private void suspicions(Part part, References.Located sent, References.Located read) {
        subsumptions.get(part.flow()).impossible(sent, read).forEach(gap -> report(part, gap));
        Subsumption meant = intentions.get(part.flow());
        if (literal
                || meant.subset(sent, read) instanceof Verdict.Yes
                || part.text() && isUnderstoodAsText(meant, sent, read, reader(part.flow()))) {
            return;
        }
        for (Gap gap : meant.gaps(sent, read)) {
            String reason =
                    "`" + gap.keyword() + "` says nothing about the declared types; if it was meant to, it breaks";
            report(part, gap.undecided(reason));
        }
    }

    private static boolean isUnderstoodAsText(
            Subsumption subsumption, References.Located sent, References.Located read, Edition reader) {
        return TextReading.of(read, reader)
                .map(wider -> subsumption.subset(sent, wider) instanceof Verdict.Yes)
                .orElse(false);
    }

    private void report(Part part, Gap gap) {
        String key = part.flow() + " " + gap.key();
        if (!changes.isKnown(key, part.operation())) {
            changes.add(key, finding(part, gap));
        }
    }

    private Finding finding(Part part, Gap gap) {
        Flow flow = part.flow();
        Node sent = sender(flow).node(gap.sent());
        Node read = reader(flow).node(gap.read());
        boolean decided = gap.verdict() instanceof Verdict.No;
        Wording wording = new Wording(flow, gap);
        return Finding.of(
                        wording.id(),
                        decided ? Level.ERROR : Level.UNDECIDED,
                        part.operation(),
                        part.name() + wording.message(sent, read))
                .hurting(flow.consequence())
                .at(locations(flow, gap))
                .provedBy(List.of(evidence(gap.verdict())))
                .advising(wording.advice());
    }

    private List<Location> locations(Flow flow, Gap gap) {
        Location sent = sender(flow).location(gap.sent());
        Location read = reader(flow).location(gap.read());
        return flow == Flow.INCOMING ? List.of(sent, read) : List.of(read, sent);
    }

    private static Evidence evidence(Verdict verdict) {
        if (verdict instanceof Verdict.No no) {
            return new Evidence("witness", text(no.witness()));
        }
        return new Evidence("undecided because", ((Verdict.Undecided) verdict).reason());
    }

    private static String text(JsonNode witness) {
        return witness.toString();
    }

    /** Takes what is found about an operation as worth knowing only, because nothing was promised about it. */
    void promisesNothing(Operation operation) {
        changes.excuse(operation.toString());
    }

    /** Reports something that is not about schemas, once for all operations that share it. */
    void reportShared(String key, Finding finding, Node before, Node after) {
        if (!changes.isKnown(key, finding.subject())) {
            changes.add(key, finding.at(locations(before, after)));
        }
    }

    /** Reports something that is not about schemas. */
    void report(Finding finding, Node before, Node after) {
        changes.add(finding.at(locations(before, after)));
    }

    private List<Location> locations(Node before, Node after) {
        List<Location> locations = new ArrayList<>();
        if (before.exists()) {
            locations.add(old.location(before));
        }
        if (after.exists()) {
            locations.add(fresh.location(after));
        }
        return locations;
    }
}
