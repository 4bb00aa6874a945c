package io.platformapi.compat;

import io.platformapi.contract.Content;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares how values are written as XML, by the keywords that either edition's dialect has for it: JSON never shows
 * it. What two schemas say is read once, however many operations share them.
 */
final class XmlComparison {

    private final Comparison comparison;
    private final List<String> keywords;
    private final Map<XmlFacts.Pair, XmlFacts> known = new HashMap<>();
    /** Pairs from which no difference is reached. */
    private final Set<XmlFacts.Pair> alike = new HashSet<>();

    XmlComparison(Comparison comparison, List<String> keywords) {
        this.comparison = comparison;
        this.keywords = keywords;
    }

    void compare(Comparison.Part part, Content old, Content fresh) {
        Node was = old.schema().written();
        Node is = fresh.schema().written();
        boolean written =
                old.type().syntax().equals("xml") && fresh.type().syntax().equals("xml");
        if (written && was.exists() && is.exists() && !comparison.isUnchanged(was, is)) {
            walk(part, new XmlFacts.Step("", XmlFacts.Pair.of(was, is)));
        }
    }

    private void walk(Comparison.Part part, XmlFacts.Step root) {
        Set<XmlFacts.Pair> passed = new HashSet<>();
        Deque<XmlFacts.Step> open = new ArrayDeque<>(List.of(root));
        boolean differ = false;
        while (!open.isEmpty()) {
            XmlFacts.Step step = open.pop();
            if (alike.contains(step.pair()) || !passed.add(step.pair())) {
                continue;
            }
            XmlFacts facts = known.computeIfAbsent(step.pair(), this::facts);
            facts.differences().forEach(each -> report(part, step.path(), each));
            facts.references().forEach(each -> open.add(new XmlFacts.Step(step.path() + each.path(), each.pair())));
            differ |= !facts.differences().isEmpty();
        }
        if (!differ) {
            alike.addAll(passed);
        }
    }

    private XmlFacts facts(XmlFacts.Pair pair) {
        return XmlFacts.of(
                pair,
                keywords,
                comparison.old().document().dialect(),
                comparison.fresh().document().dialect());
    }

    private void report(Comparison.Part part, String around, XmlFacts.Difference difference) {
        Node was = difference.pair().was();
        Node is = difference.pair().is();
        String fact = difference.fact();
        String path = around + difference.path();
        Finding finding = Finding.of(
                        Change.XML_CHANGED.id(part.flow()),
                        Level.ERROR,
                        part.operation(),
                        part.name() + (path.isEmpty() ? "" : " " + path) + ": `" + fact + "` was "
                                + shown(difference.said()) + " and is " + shown(difference.says()) + ".")
                .provedBy(List.of(new Evidence("witness", "any such value, written as XML")));
        comparison.reportShared(
                part.flow() + " xml " + was.pointer() + " " + is.pointer() + " " + fact,
                finding,
                part.name() + (path.isEmpty() ? "" : " " + path) + " " + fact,
                List.of(was, is));
    }

    private static String shown(Node node) {
        return node.exists() ? node.json().toString() : "not given";
    }
}
