package io.platformapi.compat;

import io.platformapi.compat.change.SchemaChange;
import io.platformapi.compat.schema.Gap;
import io.platformapi.compat.schema.Verdict;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import io.platformapi.report.Location;
import io.platformapi.report.Site;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the schemas of a part of a message.
 *
 * <ol>
 *   <li>The engine says where values are not understood: the gaps.
 *   <li>The schemas are walked side by side: the changes.
 *   <li>Each gap is told by the changes that make it; the others harm nobody, and are noted.
 * </ol>
 */
record PartComparison(Comparison comparison, Comparison.Part part) {

    void compare(Node before, Node after) {
        MessageSchemas asked = comparison.asked(part.flow());
        MessageSchemas.Pair pair = comparison.pair(part.flow(), before, after);
        Telling telling = comparison.telling();
        boolean same = asked.same(pair);
        if (same && !telling.isEverything()) {
            return;
        }
        List<SchemaChange> all = comparison.written().between(new SchemaChange.Pair(before, after)).stream()
                .filter(each -> each.kind() != SchemaChange.Kind.DESCRIBED || telling.tells(each.keyword()))
                .toList();
        List<Gap> gaps = same ? List.of() : asked.gaps(pair, part.wire());
        if (gaps.isEmpty()) {
            unharmed(pair, same ? Optional.empty() : asked.difference(pair), all);
        } else {
            harmed(gaps, all);
        }
    }

    private void harmed(List<Gap> gaps, List<SchemaChange> all) {
        Flow flow = part.flow();
        Blame blame = new Blame(flow, comparison.sender(flow), comparison.reader(flow), all, this::gaps);
        Set<SchemaChange> blamed = new LinkedHashSet<>();
        boolean explained = true;
        for (Gap gap : provenFirst(gaps)) {
            List<SchemaChange> guilty = blame.of(gap);
            if (guilty.isEmpty()) {
                report(gap);
            }
            explained &= !guilty.isEmpty() && !(gap.verdict() instanceof Verdict.Undecided);
            guilty.stream().filter(blamed::add).forEach(each -> report(gap, new ChangeWords(flow, each, all)));
        }
        boolean told = explained || comparison.telling().isEverything();
        all.stream()
                .filter(each -> told && blamed.stream().noneMatch(other -> isToldBy(each, other)))
                .forEach(each -> note(Change.SCHEMA_EXTENDED, new ChangeWords(flow, each, all)));
    }

    /** What a change is blamed for once is not told again: not as given up what is proven elsewhere. */
    private static List<Gap> provenFirst(List<Gap> gaps) {
        return gaps.stream()
                .sorted(Comparator.comparing(gap -> gap.verdict() instanceof Verdict.Undecided))
                .toList();
    }

    private List<Gap> gaps(SchemaChange inner) {
        return comparison.gapsInside(part, inner.schemas());
    }

    private boolean isToldBy(SchemaChange change, SchemaChange blamed) {
        return comparison.telling().isEverything() ? change.equals(blamed) : change.goesWith(blamed);
    }

    /** Notes what changed without harm; what makes no difference is only written in another way. */
    private void unharmed(MessageSchemas.Pair pair, Optional<Verdict> difference, List<SchemaChange> all) {
        Flow flow = part.flow();
        boolean upgraded = comparison.old().document().dialect()
                != comparison.fresh().document().dialect();
        boolean ofMembers =
                !all.isEmpty() && all.stream().allMatch(each -> each.kind().isOfMembers());
        if (ofMembers || !all.isEmpty() && difference.isPresent()) {
            all.forEach(each -> note(Change.SCHEMA_EXTENDED, new ChangeWords(flow, each, all)));
        } else if (difference.isEmpty() && comparison.telling().isEverything()) {
            all.forEach(each -> note(Change.SCHEMA_REWRITTEN, new ChangeWords(flow, each, all)));
        } else if (!upgraded) {
            difference.ifPresent(verdict -> extended(pair, verdict));
        }
    }

    /** Notes a change that harms nobody, once for all that share it. */
    private void note(Change kind, ChangeWords words) {
        boolean unseen = words.isOfOtherMessages() && !comparison.telling().isEverything();
        if (words.isToldWithAnother() || unseen) {
            return;
        }
        SchemaChange change = words.change();
        Change told = told(kind, words);
        Finding note = Finding.of(told.id(part.flow()), Level.NOTE, part.operation(), part.name() + words.message());
        comparison.reportShared(
                part.flow() + " " + change.key(),
                words.advice().map(note::advising).orElse(note),
                place(change.place()),
                List.of(shown(change.before()), shown(change.after())));
    }

    /** What a change that harms nobody is told as, where it is no more than its kind. */
    private static Change told(Change kind, ChangeWords words) {
        if (words.isOfOtherMessages()) {
            return Change.SCHEMA_REWRITTEN;
        }
        return switch (words.change().kind()) {
            case DESCRIBED -> words.isDeprecation() ? Change.DEPRECATED : Change.SCHEMA_DESCRIBED;
            case MEMBER_REMOVED, MEMBER_RENAMED -> Change.MEMBER_REMOVED;
            default -> kind;
        };
    }

    private String place(String inside) {
        return part.name() + (inside.isEmpty() ? "" : " " + inside);
    }

    private static Node shown(Node node) {
        return node.exists() ? node : node.parent();
    }

    private void report(Gap gap, ChangeWords words) {
        SchemaChange change = words.change();
        Site site = new Site(part.operation(), place(change.place()), words.values(), part.name() + words.message());
        comparison.report(part.flow() + " " + change.key(), site, () -> finding(gap, words));
    }

    private Finding finding(Gap gap, ChangeWords words) {
        SchemaChange change = words.change();
        boolean elsewhere = !change.kind().isOfKeyword() || !change.within().isEmpty();
        String own = change.keyword().equals("nullable") ? "type" : change.keyword();
        return finding(gap, KeywordChange.of(elsewhere ? gap.keyword() : own).id(part.flow()), words.message())
                .at(List.of(
                        comparison.old().location(shown(change.before())),
                        comparison.fresh().location(shown(change.after()))));
    }

    private Finding finding(Gap gap, String id, String message) {
        Verdict verdict = gap.verdict();
        Level level = verdict instanceof Verdict.Undecided ? Level.UNDECIDED : Level.ERROR;
        return Finding.of(id, level, part.operation(), part.name() + message).provedBy(List.of(evidence(verdict)));
    }

    /** Reports a gap that no single change explains. */
    private void report(Gap gap) {
        Flow flow = part.flow();
        Node sent = comparison.sender(flow).node(gap.sent());
        Node read = comparison.reader(flow).node(gap.read());
        Wording wording =
                new Wording(flow, gap, sent, read, comparison.written().said(sent, gap.keyword()));
        Site site = new Site(part.operation(), place(gap.place()), wording.values(), part.name() + wording.message());
        comparison.report(flow + " " + gap.key(), site, () -> finding(gap, wording, read));
    }

    private Finding finding(Gap gap, Wording wording, Node keyword) {
        Flow flow = part.flow();
        Location sent = comparison.sender(flow).location(wording.place());
        Location read = comparison.reader(flow).location(keyword);
        return finding(gap, wording.id(), wording.message())
                .at(flow == Flow.INCOMING ? List.of(sent, read) : List.of(read, sent));
    }

    private void extended(MessageSchemas.Pair pair, Verdict difference) {
        Flow flow = part.flow();
        Node before = comparison
                .old()
                .node(
                        flow == Flow.INCOMING
                                ? pair.sent().pointer()
                                : pair.read().pointer());
        Node after = comparison
                .fresh()
                .node(
                        flow == Flow.INCOMING
                                ? pair.read().pointer()
                                : pair.sent().pointer());
        Evidence evidence = difference instanceof Verdict.No no
                ? new Evidence("only one of them has", no.witness().toString())
                : evidence(difference);
        Finding note = Finding.of(
                        Change.SCHEMA_EXTENDED.id(flow),
                        Level.NOTE,
                        part.operation(),
                        part.name() + ": the schema changed without harm.")
                .provedBy(List.of(evidence));
        String key = flow + " " + end(before) + " " + end(after);
        comparison.reportShared(key, note, part.name(), List.of(before, after));
    }

    /** Where a schema is written, at the end of the references to it. */
    private static String end(Node schema) {
        Node end = schema.isReference() ? schema.resolved() : schema;
        return end.file().uri() + end.pointer();
    }

    private static Evidence evidence(Verdict verdict) {
        if (verdict instanceof Verdict.No no) {
            return new Evidence("witness", no.witness().toString());
        } else if (verdict instanceof Verdict.Untold untold) {
            return new Evidence("no witness", untold.reason());
        }
        return new Evidence("undecided because", ((Verdict.Undecided) verdict).reason());
    }
}
