package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares how values are written as XML: the {@code xml} objects and {@code x-datacontract}, which JSON never shows.
 */
final class XmlComparison {

    private static final List<String> FACTS = List.of("xml", "x-datacontract");

    private final Comparison comparison;
    private final Flow flow;
    private final String operation;
    private final Set<String> visited = new HashSet<>();

    XmlComparison(Comparison comparison, Flow flow, String operation) {
        this.comparison = comparison;
        this.flow = flow;
        this.operation = operation;
    }

    void compare(Content old, Content fresh) {
        if (old.type().syntax().equals("xml") && fresh.type().syntax().equals("xml")) {
            walk(old.schema().written(), fresh.schema().written(), "");
        }
    }

    private void walk(Node old, Node fresh, String path) {
        if (!old.exists() || !fresh.exists()) {
            return;
        }
        Node was = old.resolved();
        Node is = fresh.resolved();
        if (!visited.add(was.place() + " " + is.place())) {
            return;
        }
        for (String fact : FACTS) {
            JsonNode before = was.member(fact).json();
            JsonNode after = is.member(fact).json();
            if (!before.equals(after)) {
                report(path, fact, was, is);
            }
        }
        was.member("properties")
                .members()
                .forEach((name, member) -> walk(member, is.member("properties").member(name), path + "/" + name));
        for (String inner : List.of("items", "additionalProperties")) {
            walk(was.member(inner), is.member(inner), path + "/*");
        }
        for (String list : List.of("allOf", "oneOf", "anyOf")) {
            List<Node> others = is.member(list).items();
            List<Node> branches = was.member(list).items();
            for (int i = 0; i < Math.min(branches.size(), others.size()); i++) {
                walk(branches.get(i), others.get(i), path);
            }
        }
    }

    private void report(String path, String fact, Node was, Node is) {
        String before = shown(was.member(fact));
        String after = shown(is.member(fact));
        comparison.reportShared(
                flow + " xml " + was.pointer() + " " + is.pointer() + " " + fact,
                Finding.of(
                                flow.message() + "-xml-changed",
                                Level.ERROR,
                                operation,
                                "body" + (path.isEmpty() ? "" : " " + path) + ": `" + fact + "` was " + before
                                        + " and is " + after + ".")
                        .provedBy(List.of(new Evidence("witness", "any such value, written as XML"))),
                was,
                is);
    }

    private static String shown(Node node) {
        return node.exists() ? node.json().toString() : "not given";
    }
}
