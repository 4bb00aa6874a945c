package io.platformapi.compat;

import io.platformapi.compat.change.SchemaChange;
import io.platformapi.compat.change.SchemaChanges;
import io.platformapi.compat.schema.Gap;
import io.platformapi.compat.schema.Verdict;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.search.Effort;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.FindingKinds;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Two editions of a contract, and the two questions one can ask about their schemas: one for each way messages go. */
final class Comparison {

    private static final FindingKinds KINDS = FindingKinds.of("compat");

    private final Edition old;
    private final Edition fresh;
    private final LocalDate today;
    private final Map<Flow, MessageSchemas> schemas = new EnumMap<>(Flow.class);
    private final Changes changes = new Changes();
    private final XmlComparison xml;
    private final UnreadComparison unread = new UnreadComparison(this);
    private final SchemaChanges written;

    Comparison(Contract old, Contract fresh, SchemaReading.Profile profile, LocalDate today) {
        this.old = new Edition("old", old);
        this.fresh = new Edition("new", fresh);
        this.today = today;
        this.xml = new XmlComparison(this, xmlKeywords(old, fresh));
        this.written = new SchemaChanges(
                this.old.document().dialect(), this.fresh.document().dialect());
        Effort effort = new Effort();
        Effort aside = Effort.aside();
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
        asked(flow).prepare(flow == Flow.INCOMING ? before : after, flow == Flow.INCOMING ? after : before);
    }

    private MessageSchemas asked(Flow flow) {
        return Objects.requireNonNull(schemas.get(flow));
    }

    /** Compares the schemas of a part of a message, and reports where they fail. */
    void schemas(Part part, Node before, Node after) {
        Flow flow = part.flow();
        MessageSchemas asked = asked(flow);
        MessageSchemas.Pair pair = new MessageSchemas.Pair(
                sender(flow).located(flow == Flow.INCOMING ? before : after),
                reader(flow).located(flow == Flow.INCOMING ? after : before));
        if (asked.same(pair)) {
            return;
        }
        List<Gap> gaps = asked.gaps(pair, part.wire());
        List<SchemaChange> all = written.between(new SchemaChange.Pair(before, after)).stream()
                .filter(each -> each.kind() != SchemaChange.Kind.DESCRIBED)
                .toList();
        Blame blame = new Blame(
                flow, sender(flow), reader(flow), all, inner -> asked.gaps(pair(flow, inner.schemas()), part.wire()));
        Set<SchemaChange> blamed = new LinkedHashSet<>();
        boolean clear = true;
        for (Gap gap : gaps) {
            List<SchemaChange> guilty = blame.of(gap);
            if (guilty.isEmpty()) {
                report(part, gap);
            }
            clear &= !guilty.isEmpty();
            guilty.stream().filter(blamed::add).forEach(each -> report(part, gap, new ChangeWords(flow, each, all)));
        }
        List<SchemaChange> harmless = all.stream()
                .filter(each -> blamed.stream().noneMatch(each::goesWith))
                .toList();
        if (!gaps.isEmpty()) {
            (clear ? harmless : List.<SchemaChange>of()).forEach(each -> note(part, new ChangeWords(flow, each, all)));
        } else {
            asked.difference(pair).ifPresent(difference -> extended(part, pair, difference, all));
        }
    }

    private MessageSchemas.Pair pair(Flow flow, SchemaChange.Pair schemas) {
        return new MessageSchemas.Pair(
                sender(flow).located(flow == Flow.INCOMING ? schemas.before() : schemas.after()),
                reader(flow).located(flow == Flow.INCOMING ? schemas.after() : schemas.before()));
    }

    /** Notes a change that harms nobody, once for all that share it. */
    private void note(Part part, ChangeWords words) {
        if (words.isToldWithAnother()) {
            return;
        }
        SchemaChange change = words.change();
        Finding note = Finding.of(
                Change.SCHEMA_EXTENDED.id(part.flow()), Level.NOTE, part.operation(), part.name() + words.message());
        Finding advised = words.advice().map(note::advising).orElse(note);
        String place = part.name() + (change.place().isEmpty() ? "" : " " + change.place());
        reportShared(
                part.flow() + " " + change.key(),
                advised,
                place,
                List.of(shown(change.before()), shown(change.after())));
    }

    private static Node shown(Node node) {
        return node.exists() ? node : node.parent();
    }

    private void report(Part part, Gap gap, ChangeWords words) {
        SchemaChange change = words.change();
        String message = part.name() + words.message();
        String place = part.name() + (change.place().isEmpty() ? "" : " " + change.place());
        Site site = new Site(part.operation(), place, words.values(), message);
        changes.add(part.flow() + " " + change.key(), site, () -> finding(part, gap, words));
    }

    private Finding finding(Part part, Gap gap, ChangeWords words) {
        SchemaChange change = words.change();
        boolean elsewhere = !change.kind().isOfKeyword() || !change.within().isEmpty();
        String keyword = elsewhere ? gap.keyword() : change.keyword().equals("nullable") ? "type" : change.keyword();
        return KINDS.told(Finding.of(
                        KeywordChange.of(keyword).id(part.flow()),
                        gap.verdict() instanceof Verdict.Undecided ? Level.UNDECIDED : Level.ERROR,
                        part.operation(),
                        part.name() + words.message())
                .at(List.of(old.location(shown(change.before())), fresh.location(shown(change.after()))))
                .provedBy(List.of(evidence(gap.verdict()))));
    }

    private void extended(Part part, MessageSchemas.Pair pair, Verdict difference, List<SchemaChange> all) {
        if (!all.isEmpty()) {
            all.forEach(each -> note(part, new ChangeWords(part.flow(), each, all)));
        } else if (old.document().dialect() == fresh.document().dialect()) {
            extended(part, pair, difference);
        }
    }

    private void extended(Part part, MessageSchemas.Pair pair, Verdict difference) {
        Flow flow = part.flow();
        Node before = old.node(
                flow == Flow.INCOMING ? pair.sent().pointer() : pair.read().pointer());
        Node after = fresh.node(
                flow == Flow.INCOMING ? pair.read().pointer() : pair.sent().pointer());
        Finding note = Finding.of(
                        Change.SCHEMA_EXTENDED.id(flow),
                        Level.NOTE,
                        part.operation(),
                        part.name() + ": the schema changed without harm.")
                .provedBy(List.of(
                        difference instanceof Verdict.No no
                                ? new Evidence(
                                        "only one of them has", no.witness().toString())
                                : evidence(difference)));
        String key = flow + " " + end(before) + " " + end(after);
        reportShared(key, note, part.name(), List.of(before, after));
    }

    /** Where a schema is written, at the end of the references to it. */
    private static String end(Node schema) {
        Node end = schema.isReference() ? schema.resolved() : schema;
        return end.file().uri() + end.pointer();
    }

    private void report(Part part, Gap gap) {
        Flow flow = part.flow();
        Wording wording = new Wording(
                flow,
                gap,
                sender(flow).node(gap.sent()),
                reader(flow).node(gap.read()),
                written.said(sender(flow).node(gap.sent()), gap.keyword()));
        String message = part.name() + wording.message();
        String place = part.name() + (gap.place().isEmpty() ? "" : " " + gap.place());
        Site site = new Site(part.operation(), place, wording.values(), message);
        changes.add(flow + " " + gap.key(), site, () -> finding(part, gap, wording));
    }

    private Finding finding(Part part, Gap gap, Wording wording) {
        Flow flow = part.flow();
        Verdict verdict = gap.verdict();
        Location sent = sender(flow).location(wording.place());
        Location read = reader(flow).location(gap.read());
        Finding finding = Finding.of(
                        wording.id(),
                        verdict instanceof Verdict.Undecided ? Level.UNDECIDED : Level.ERROR,
                        part.operation(),
                        part.name() + wording.message())
                .at(flow == Flow.INCOMING ? List.of(sent, read) : List.of(read, sent))
                .provedBy(List.of(evidence(verdict)));
        return KINDS.told(finding);
    }

    private static Evidence evidence(Verdict verdict) {
        if (verdict instanceof Verdict.No no) {
            return new Evidence("witness", no.witness().toString());
        } else if (verdict instanceof Verdict.Untold untold) {
            return new Evidence("no witness", untold.reason());
        }
        return new Evidence("undecided because", ((Verdict.Undecided) verdict).reason());
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

    /** Reports something that is not about schemas, about a part of the operation. */
    void report(Finding finding, String place, Node before, Node after) {
        String key = changes.subject(finding.subject()) + " " + finding.id() + " " + finding.message();
        reportShared(key, finding, place, List.of(before, after));
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
