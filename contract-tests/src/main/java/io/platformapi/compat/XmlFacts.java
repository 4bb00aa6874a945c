package io.platformapi.compat;

import io.platformapi.compat.change.FlatSchema;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a schema and its successor say about XML, down to the schemas they refer to.
 *
 * @param keywords those that are compared
 * @param references the schemas that either of them refers to, with their partners
 */
record XmlFacts(
        List<String> keywords,
        SchemaReading.Dialect old,
        SchemaReading.Dialect fresh,
        List<Difference> differences,
        List<Step> references) {

    /** A schema and its successor; equal to the same two reached another way. */
    record Pair(Node was, Node is) {

        static Pair of(Node old, Node fresh) {
            return new Pair(FlatSchema.home(old), FlatSchema.home(fresh));
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

    /** A keyword that the two give differently, with what each says. */
    record Difference(String path, Pair pair, String fact, Node said, Node says) {}

    /**
     * What is said in a pair of schemas.
     *
     * @param keywords those that say how values are written as XML
     */
    static XmlFacts of(Pair pair, List<String> keywords, SchemaReading.Dialect old, SchemaReading.Dialect fresh) {
        XmlFacts facts = new XmlFacts(keywords, old, fresh, new ArrayList<>(), new ArrayList<>());
        facts.read(new Step("", pair));
        return facts;
    }

    /** Each schema is read with what it takes in by {@code allOf}, as values are written by it. */
    private void read(Step step) {
        FlatSchema was = FlatSchema.of(step.pair().was(), old);
        FlatSchema is = FlatSchema.of(step.pair().is(), fresh);
        for (String fact : keywords) {
            if (!XmlMeaning.of(was, fact).equals(XmlMeaning.of(is, fact))) {
                differences.add(new Difference(step.path(), step.pair(), fact, was.keyword(fact), is.keyword(fact)));
            }
        }
        Map<String, Node> others = is.schemas("properties");
        was.schemas("properties").forEach((name, member) -> {
            Node other = others.get(name);
            if (other != null) {
                go(step.path() + "/" + Node.escape(name), member, other);
            }
        });
        for (String inner : List.of("items", "additionalProperties")) {
            go(step.path() + "/*", was.keyword(inner), is.keyword(inner));
        }
        for (String list : List.of("oneOf", "anyOf")) {
            List<Node> branches = was.keyword(list).items();
            List<Node> partners = is.keyword(list).items();
            for (int i = 0; i < Math.min(branches.size(), partners.size()); i++) {
                go(step.path(), branches.get(i), partners.get(i));
            }
        }
    }

    private void go(String path, Node was, Node is) {
        if (!was.exists() || !is.exists()) {
            return;
        }
        Step step = new Step(path, Pair.of(was, is));
        if (was.isReference() || is.isReference()) {
            references.add(step);
        } else {
            read(step);
        }
    }
}
