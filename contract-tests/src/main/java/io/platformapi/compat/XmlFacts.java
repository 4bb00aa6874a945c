package io.platformapi.compat;

import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * What a schema and its successor say about XML, down to the schemas they refer to.
 *
 * @param keywords those that are compared
 * @param references the schemas that either of them refers to, with their partners
 */
record XmlFacts(List<String> keywords, List<Difference> differences, List<Step> references) {

    /** A schema and its successor; equal to the same two reached another way. */
    record Pair(Node was, Node is) {

        static Pair of(Node old, Node fresh) {
            return new Pair(old.resolved(), fresh.resolved());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.was.json() == was.json() && pair.is.json() == is.json();
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(was.json()) + System.identityHashCode(is.json());
        }
    }

    /** A pair and the way to it. */
    record Step(String path, Pair pair) {}

    /** A keyword that the two give differently. */
    record Difference(String path, Pair pair, String fact) {}

    /** @param keywords those that say how values are written as XML */
    static XmlFacts of(Pair pair, List<String> keywords) {
        XmlFacts facts = new XmlFacts(keywords, new ArrayList<>(), new ArrayList<>());
        facts.read(new Step("", pair));
        return facts;
    }

    private void read(Step step) {
        Node was = step.pair().was();
        Node is = step.pair().is();
        for (String fact : keywords) {
            if (!XmlMeaning.of(was, fact).equals(XmlMeaning.of(is, fact))) {
                differences.add(new Difference(step.path(), step.pair(), fact));
            }
        }
        Node others = is.member("properties");
        was.member("properties").members().forEach((name, member) -> {
            go(step.path() + "/" + Node.escape(name), member, others.member(name));
        });
        for (String inner : List.of("items", "additionalProperties")) {
            go(step.path() + "/*", was.member(inner), is.member(inner));
        }
        for (String list : List.of("allOf", "oneOf", "anyOf")) {
            List<Node> branches = was.member(list).items();
            List<Node> partners = is.member(list).items();
            for (int i = 0; i < Math.min(branches.size(), partners.size()); i++) {
                go(step.path(), branches.get(i), partners.get(i));
            }
        }
    }

    private void go(String path, Node old, Node fresh) {
        if (!old.exists() || !fresh.exists()) {
            return;
        }
        Step step = new Step(path, Pair.of(old, fresh));
        if (old.isReference() || fresh.isReference()) {
            references.add(step);
        } else {
            read(step);
        }
    }
}
