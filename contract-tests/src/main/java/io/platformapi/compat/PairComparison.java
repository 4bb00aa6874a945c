package io.platformapi.compat;

import io.platformapi.compat.change.SchemaChange;
import io.platformapi.compat.schema.Gap;
import io.platformapi.compat.schema.Verdict;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares two schemas of messages that go one way.
 *
 * <ol>
 *   <li>The engine says where values are not understood: the gaps.
 *   <li>The schemas are walked side by side: the changes.
 *   <li>Each gap is told by the changes that make it; the others harm nobody, and are noted.
 * </ol>
 */
final class PairComparison {

    private final Comparison comparison;
    private final Flow flow;
    private final Wire wire;
    private final List<SchemaFindings.Break> breaks = new ArrayList<>();
    private final List<SchemaFindings.Note> notes = new ArrayList<>();

    PairComparison(Comparison comparison, Flow flow, Wire wire) {
        this.comparison = comparison;
        this.flow = flow;
        this.wire = wire;
    }

    SchemaFindings compared(SchemaChange.Pair schemas) {
        MessageSchemas asked = comparison.asked(flow);
        MessageSchemas.Pair pair = comparison.pair(flow, schemas);
        Telling telling = comparison.telling();
        boolean same = asked.same(pair);
        if (same && !telling.isEverything()) {
            return SchemaFindings.NONE;
        }
        List<SchemaChange> all = comparison.written().between(schemas).stream()
                .filter(each -> each.kind() != SchemaChange.Kind.DESCRIBED || telling.tells(each.keyword()))
                .toList();
        List<Gap> gaps = same ? List.of() : asked.gaps(pair, wire);
        if (gaps.isEmpty()) {
            unharmed(schemas, same ? Optional.empty() : asked.difference(pair), all);
        } else {
            harmed(gaps, all);
        }
        return new SchemaFindings(List.copyOf(breaks), List.copyOf(notes));
    }

    private void harmed(List<Gap> gaps, List<SchemaChange> all) {
        Blame blame = new Blame(flow, comparison.sender(flow), comparison.reader(flow), all, this::gaps);
        Set<SchemaChange> blamed = new LinkedHashSet<>();
        boolean explained = true;
        for (Gap gap : provenFirst(gaps)) {
            List<SchemaChange> guilty = blame.of(gap);
            if (guilty.isEmpty()) {
                unexplained(gap);
            }
            explained &= !guilty.isEmpty() && !isUndecided(gap);
            guilty.stream().filter(blamed::add).forEach(each -> broken(gap, new ChangeWords(flow, each, all)));
        }
        if (explained || comparison.telling().isEverything()) {
            beside(blamed, all);
        }
    }

    /** Notes the changes that nobody is hurt by, nor told of by those that somebody is. */
    private void beside(Set<SchemaChange> blamed, List<SchemaChange> all) {
        Map<SchemaChange.Pair, List<SchemaChange>> bySchemas =
                blamed.stream().collect(Collectors.groupingBy(SchemaChange::schemas));
        all.stream()
                .filter(each -> bySchemas.getOrDefault(each.schemas(), List.of()).stream()
                        .noneMatch(other -> isToldBy(each, other)))
                .forEach(each -> note(Change.SCHEMA_EXTENDED, new ChangeWords(flow, each, all)));
    }

    private boolean isUndecided(Gap gap) {
        return comparison.verdict(flow, gap) instanceof Verdict.Undecided;
    }

    /** What a change is blamed for once is not told again: not as given up what is proven elsewhere. */
    private List<Gap> provenFirst(List<Gap> gaps) {
        return gaps.stream().sorted(Comparator.comparing(this::isUndecided)).toList();
    }

    private List<Gap> gaps(SchemaChange inner) {
        return comparison.gapsInside(flow, wire, inner.schemas());
    }

    private boolean isToldBy(SchemaChange change, SchemaChange blamed) {
        return comparison.telling().isEverything() ? change.equals(blamed) : change.goesWith(blamed);
    }

    /** Notes what changed without harm; what makes no difference is only written in another way. */
    private void unharmed(SchemaChange.Pair schemas, Optional<Verdict> difference, List<SchemaChange> all) {
        boolean upgraded = comparison.old().document().dialect()
                != comparison.fresh().document().dialect();
        boolean ofMembers =
                !all.isEmpty() && all.stream().allMatch(each -> each.kind().isOfMembers());
        if (ofMembers || !all.isEmpty() && difference.isPresent()) {
            all.forEach(each -> note(Change.SCHEMA_EXTENDED, new ChangeWords(flow, each, all)));
        } else if (difference.isEmpty() && comparison.telling().isEverything()) {
            all.forEach(each -> note(Change.SCHEMA_REWRITTEN, new ChangeWords(flow, each, all)));
        } else if (all.stream().anyMatch(ChangeWords::isRemark)) {
            all.stream()
                    .filter(ChangeWords::isRemark)
                    .forEach(each -> note(Change.FORMAT_REMARKED, new ChangeWords(flow, each, all)));
        } else if (!upgraded) {
            difference
                    .filter(verdict -> verdict instanceof Verdict.No) // else nobody sees a difference, nor proves one
                    .ifPresent(verdict -> extended(schemas, verdict));
        }
    }

    /** Notes a change that harms nobody, once for all that share it. */
    private void note(Change kind, ChangeWords words) {
        boolean unseen = words.isOfOtherMessages() && !comparison.telling().isEverything();
        if (!words.isToldWithAnother() && !unseen) {
            SchemaChange change = words.change();
            notes.add(new SchemaFindings.Note(
                    told(change.key(), told(kind, words).id(flow), words, List.of()),
                    words.advice(),
                    List.of(),
                    List.of(shown(change.before()), shown(change.after()))));
        }
    }

    /** What a change that harms nobody is told as, where it is no more than its kind. */
    private static Change told(Change kind, ChangeWords words) {
        if (words.isOfOtherMessages()) {
            return Change.SCHEMA_REWRITTEN;
        }
        return switch (words.change().kind()) {
            case DESCRIBED -> words.isDeprecation() ? Change.DEPRECATED : Change.SCHEMA_DESCRIBED;
            case MEMBER_REMOVED, MEMBER_RENAMED -> Change.MEMBER_REMOVED;
            default -> words.isRemark() ? Change.FORMAT_REMARKED : kind;
        };
    }

    private SchemaFindings.Told told(String key, String id, ChangeWords words, List<String> values) {
        return new SchemaFindings.Told(flow + " " + key, id, words.change().place(), values, words.message());
    }

    private static Node shown(Node node) {
        return node.exists() ? node : node.parent();
    }

    private void broken(Gap gap, ChangeWords words) {
        SchemaChange change = words.change();
        boolean elsewhere = !change.kind().isOfKeyword() || !change.within().isEmpty();
        boolean constant = change.keyword().equals("enum") && gap.keyword().equals("const");
        String own = constant ? "const" : change.keyword().equals("nullable") ? "type" : change.keyword();
        String id = KeywordChange.of(elsewhere ? gap.keyword() : own).id(flow);
        breaks.add(new SchemaFindings.Break(
                told(change.key(), id, words, words.values()),
                () -> comparison.verdict(flow, gap),
                List.of(
                        comparison.old().location(shown(change.before())),
                        comparison.fresh().location(shown(change.after())))));
    }

    /** A gap that no single change explains. */
    private void unexplained(Gap gap) {
        Node sent = comparison.sender(flow).node(gap.sent());
        Node read = comparison.reader(flow).node(gap.read());
        Wording wording =
                new Wording(flow, gap, sent, read, comparison.written().said(sent, gap.keyword()));
        Location from = comparison.sender(flow).location(wording.place());
        Location to = comparison.reader(flow).location(read);
        breaks.add(new SchemaFindings.Break(
                new SchemaFindings.Told(
                        flow + " " + gap.key(), wording.id(), gap.place(), wording.values(), wording.message()),
                () -> comparison.verdict(flow, gap),
                flow == Flow.INCOMING ? List.of(from, to) : List.of(to, from)));
    }

    private void extended(SchemaChange.Pair schemas, Verdict difference) {
        Evidence evidence = difference instanceof Verdict.No no
                ? new Evidence("only one of them has", no.witness().toString())
                : SchemaFindings.evidence(difference);
        notes.add(new SchemaFindings.Note(
                new SchemaFindings.Told(
                        flow + " " + end(schemas.before()) + " " + end(schemas.after()),
                        Change.SCHEMA_EXTENDED.id(flow),
                        "",
                        List.of(),
                        ": the schema changed without harm."),
                Optional.empty(),
                List.of(evidence),
                List.of(schemas.before(), schemas.after())));
    }

    /** Where a schema is written, at the end of the references to it. */
    private static String end(Node schema) {
        Node end = schema.isReference() ? schema.resolved() : schema;
        return end.file().uri() + end.pointer();
    }
}
