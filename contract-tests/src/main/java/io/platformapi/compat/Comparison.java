package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.compat.schema.Gap;
import io.platformapi.compat.schema.Reading;
import io.platformapi.compat.schema.References;
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
    private final Map<Flow, Schemas> schemas = new EnumMap<>(Flow.class);
    private final Changes changes = new Changes();
    private final XmlComparison xml = new XmlComparison(this);

    Comparison(Contract old, Contract fresh, Reading.Profile profile, LocalDate today) {
        this.old = new Edition("old", old);
        this.fresh = new Edition("new", fresh);
        this.today = today;
        for (Flow flow : Flow.values()) {
            schemas.put(flow, new Schemas(flow, sender(flow), reader(flow), profile));
        }
    }

    Edition old() {
        return old;
    }

    Edition fresh() {
        return fresh;
    }

    XmlComparison xml() {
        return xml;
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
    record Part(Flow flow, String operation, String name, Wire wire) {}

    /** Makes the schemas of both editions known before any is asked about. */
    void prepare(Flow flow, Collection<Node> olds, Collection<Node> freshes) {
        List<References.Located> before = olds.stream().map(old::located).toList();
        List<References.Located> after = freshes.stream().map(fresh::located).toList();
        schemas.get(flow).prepare(flow == Flow.INCOMING ? before : after, flow == Flow.INCOMING ? after : before);
    }

    /** Compares the schemas of a part of a message, and reports where they fail. */
    void schemas(Part part, Node before, Node after) {
        Flow flow = part.flow();
        Schemas asked = schemas.get(flow);
        Schemas.Pair pair = new Schemas.Pair(
                sender(flow).located(flow == Flow.INCOMING ? before : after),
                reader(flow).located(flow == Flow.INCOMING ? after : before));
        if (asked.same(pair)) {
            return;
        }
        List<Gap> gaps = asked.gaps(pair, part.wire());
        gaps.forEach(gap -> report(part, gap));
        if (gaps.isEmpty()) {
            asked.difference(pair).ifPresent(difference -> extended(part, pair, difference));
        }
    }

    private void extended(Part part, Schemas.Pair pair, Verdict.No difference) {
        String key =
                part.flow() + " " + pair.sent().pointer() + " " + pair.read().pointer();
        Finding note = Finding.of(
                        part.flow().message() + "-schema-extended",
                        Level.NOTE,
                        part.operation(),
                        part.name() + ": the schema changed without harm.")
                .provedBy(List.of(new Evidence(
                        "only one of them has", difference.witness().toString())));
        reportShared(
                key,
                note,
                old.node(
                        part.flow() == Flow.INCOMING
                                ? pair.sent().pointer()
                                : pair.read().pointer()),
                fresh.node(
                        part.flow() == Flow.INCOMING
                                ? pair.read().pointer()
                                : pair.sent().pointer()));
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
            changes.add(key, Catalogue.told(finding).at(locations(before, after)));
        }
    }

    /** Reports something that is not about schemas. */
    void report(Finding finding, Node before, Node after) {
        changes.add(Catalogue.told(finding).at(locations(before, after)));
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
