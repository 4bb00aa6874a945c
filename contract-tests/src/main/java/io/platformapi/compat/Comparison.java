package io.platformapi.compat;

import io.platformapi.compat.change.FlatSchema;
import io.platformapi.compat.change.SchemaChange;
import io.platformapi.compat.change.SchemaChanges;
import io.platformapi.compat.change.UploadLook;
import io.platformapi.compat.schema.Gap;
import io.platformapi.compat.schema.Verdict;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.search.Effort;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.FindingKinds;
import io.platformapi.report.Location;
import io.platformapi.report.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two editions of a contract, and the two questions one can ask about their schemas: one for each way messages go. */
final class Comparison {

    private static final FindingKinds KINDS = FindingKinds.of("compat");

    private final Edition old;
    private final Edition fresh;
    private final Unchanged unchanged;
    private final LocalDate today;
    private final Telling telling;
    private final Map<Flow, MessageSchemas> schemas = new EnumMap<>(Flow.class);
    private final Changes changes = new Changes();
    private final XmlComparison xml;
    private final UnreadComparison unread = new UnreadComparison(this);
    private final SchemaChanges written;
    private final RecentResults<List<Object>, List<Gap>> inside = new RecentResults<>();
    private final RecentResults<List<Object>, SchemaFindings> found = new RecentResults<>();
    private final Verdicts verdicts = new Verdicts();
    private final Effort effort = new Effort();
    private final Effort aside = Effort.aside();

    Comparison(Contract old, Contract fresh, SchemaReading.Profile profile, LocalDate today, Telling telling) {
        this.telling = telling;
        this.old = new Edition("old", old);
        this.fresh = new Edition("new", fresh);
        this.unchanged = new Unchanged(this.old, this.fresh);
        this.today = today;
        this.xml = new XmlComparison(this, xmlKeywords(old, fresh));
        this.written = new SchemaChanges(
                this.old.document().dialect(), this.fresh.document().dialect());
        for (Flow flow : Flow.values()) {
            schemas.put(flow, new MessageSchemas(flow, sender(flow), reader(flow), profile, effort, aside));
        }
    }

    private static List<String> xmlKeywords(Contract... editions) {
        return Stream.of(editions)
                .flatMap(edition -> edition.dialect().xmlKeywords().stream())
                .distinct()
                .toList();
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

    UnreadComparison unread() {
        return unread;
    }

    Telling telling() {
        return telling;
    }

    LocalDate today() {
        return today;
    }

    Edition sender(Flow flow) {
        return flow == Flow.INCOMING ? old : fresh;
    }

    Edition reader(Flow flow) {
        return flow == Flow.INCOMING ? fresh : old;
    }

    List<Finding> findings() {
        return changes.findings();
    }

    /** A part of the messages of one operation that a schema describes. */
    record Part(Flow flow, String operation, String name, Wire wire) {}

    /** Makes the schemas of both editions known before any is asked about. */
    void prepare(Flow flow, Collection<Node> olds, Collection<Node> freshes) {
        Set<String> same = same(olds, freshes);
        List<References.Located> before =
                changed(olds, same).stream().map(old::located).toList();
        List<References.Located> after =
                changed(freshes, same).stream().map(fresh::located).toList();
        asked(flow).prepare(flow == Flow.INCOMING ? before : after, flow == Flow.INCOMING ? after : before);
    }

    /** What of one edition's schemas is written otherwise where the other edition has it. */
    private static List<Node> changed(Collection<Node> some, Set<String> same) {
        return some.stream().filter(each -> !same.contains(each.pointer())).toList();
    }

    /** Where both editions have a schema that is written the same. */
    private Set<String> same(Collection<Node> olds, Collection<Node> freshes) {
        Map<String, Node> byPlace = new HashMap<>();
        freshes.forEach(each -> byPlace.put(each.pointer(), each));
        return olds.stream()
                .filter(each -> byPlace.containsKey(each.pointer()))
                .filter(each -> unchanged.contains(each, Objects.requireNonNull(byPlace.get(each.pointer()))))
                .map(Node::pointer)
                .collect(Collectors.toSet());
    }

    /** Whether both are written the same, with all that they refer to. */
    boolean isUnchanged(Node before, Node after) {
        return unchanged.contains(before, after);
    }

    MessageSchemas asked(Flow flow) {
        return Objects.requireNonNull(schemas.get(flow));
    }

    /** Compares the schemas of a part of a message, and reports where they fail and what else changed. */
    void schemas(Part part, Node before, Node after) {
        if (isUnchanged(before, after)
                || UploadLook.isSame(
                        old.document().dialect(), before, fresh.document().dialect(), after)) {
            return;
        }
        SchemaChange.Pair schemas = new SchemaChange.Pair(FlatSchema.home(before), FlatSchema.home(after));
        List<Object> asked = List.of(part.flow(), part.wire(), schemas);
        SchemaFindings known =
                found.of(asked, any -> new PairComparison(this, part.flow(), part.wire()).compared(schemas));
        new PartComparison(this, part).tell(known);
    }

    MessageSchemas.Pair pair(Flow flow, SchemaChange.Pair schemas) {
        boolean incoming = flow == Flow.INCOMING;
        return new MessageSchemas.Pair(
                sender(flow).located(incoming ? schemas.before() : schemas.after()),
                reader(flow).located(incoming ? schemas.after() : schemas.before()));
    }

    /** The gaps between a pair of schemas somewhere inside a part, asked for once however many parts lead there. */
    List<Gap> gapsInside(Flow flow, Wire wire, SchemaChange.Pair schemas) {
        return inside.of(List.of(flow, wire, schemas), any -> asked(flow).gaps(pair(flow, schemas), wire));
    }

    /** Why a gap is one: what was proven of it once, in whatever message, else what is found out of this one. */
    Verdict verdict(Flow flow, Gap gap) {
        return verdicts.of(flow + " " + gap.key(), gap);
    }

    SchemaChanges written() {
        return written;
    }

    /** Reports something that is made a finding when nobody found it elsewhere before. */
    void report(String key, Site site, Supplier<Finding> finding) {
        changes.add(key, site, () -> KINDS.told(finding.get()));
    }

    /** Begins with another operation, which has a share of the effort. */
    void begin() {
        effort.share();
        aside.share();
    }

    /** Compares what belongs to an operation, such as its callbacks. */
    void within(String whose, Runnable work) {
        changes.within(whose, work);
    }

    /** Takes what is found about an operation as worth knowing only, because nothing was promised about it. */
    void promisesNothing(Operation operation) {
        changes.excuse(operation.toString());
    }

    /**
     * Reports something that is not about schemas, once for all operations that share it.
     *
     * @param place what part of the operation it is about, "" for all of it
     * @param nodes where it was and where it is
     */
    void reportShared(String key, Finding finding, String place, List<Node> nodes) {
        Site site = new Site(finding.subject(), place, List.of(), finding.message());
        changes.add(key, site, () -> KINDS.told(finding).at(locations(nodes.get(0), nodes.get(1))));
    }

    /** Reports something that is not about schemas, about a part of the operation, or one that operations share. */
    void report(Finding finding, String place, Node before, Node after) {
        String where = Stream.of(before, after)
                .filter(Node::exists)
                .map(node -> node.file().uri() + "#" + node.pointer())
                .collect(Collectors.joining(" "));
        String whose = where.isEmpty() ? changes.subject(finding.subject()) : where;
        reportShared(whose + " " + finding.id() + " " + finding.message(), finding, place, List.of(before, after));
    }

    /** Reports something about a whole operation. */
    void report(Finding finding, Node before, Node after) {
        report(finding, "", before, after);
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
