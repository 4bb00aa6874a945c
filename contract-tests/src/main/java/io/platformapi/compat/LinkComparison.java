package io.platformapi.compat;

import io.platformapi.compat.schema.reading.References;
import io.platformapi.contract.Operation;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the links of an answer by their names. One that is new harms nobody; whether anybody follows one that is
 * gone or leads elsewhere, nobody can tell.
 */
record LinkComparison(Comparison comparison, Flow flow) {

    private static final List<String> TARGET = List.of("operationRef", "operationId");

    private static final List<String> LEADING =
            List.of("operationRef", "operationId", "parameters", "requestBody", "server");

    /**
     * Compares those of two answers.
     *
     * @param part the name of the answer
     */
    void compare(Operation operation, String part, Node before, Node after) {
        new SideBySide<>(byName(before), byName(after))
                .each(
                        old -> report(operation, part + "link " + old.name(), " is gone.", old, after),
                        (old, fresh) -> followed(operation, part + "link " + old.name(), old, fresh),
                        fresh -> comparison.report(
                                OperationComparison.note(
                                        Change.LINK_ADDED.id(flow),
                                        operation,
                                        part + "link " + fresh.name() + " is new."),
                                part + "link " + fresh.name(),
                                before,
                                fresh));
    }

    private static Map<String, Node> byName(Node response) {
        Map<String, Node> links = new LinkedHashMap<>(response.member("links").members());
        links.keySet().removeIf(name -> name.startsWith("x-"));
        return links;
    }

    private void followed(Operation operation, String name, Node old, Node fresh) {
        Node was = old.resolved();
        Node is = fresh.resolved();
        Optional<String> target = target(was, comparison.old());
        boolean same = target.isPresent() && target.equals(target(is, comparison.fresh()));
        for (String member : LEADING) {
            if (same && TARGET.contains(member)) {
                continue;
            }
            Node before = was.member(member);
            Node after = is.member(member);
            if (!before.json().equals(after.json())) {
                String said = ": `" + member + "` " + Contrast.of(before, after).sentence();
                report(operation, name, said, before.exists() ? before : was, after.exists() ? after : is);
            }
        }
    }

    /** The operation that a link leads to, whichever way it names it. */
    private static Optional<String> target(Node link, Edition edition) {
        String id = link.text("operationId", "");
        Optional<String> place =
                edition.resolve(link.text("operationRef", "#/nowhere"), "").map(References.Located::pointer);
        return edition.contract().operations().stream()
                .filter(each -> !id.isEmpty()
                                && each.node().text("operationId", "").equals(id)
                        || place.equals(Optional.of(edition.located(each.node()).pointer())))
                .map(Operation::toString)
                .findFirst();
    }

    private void report(Operation operation, String name, String said, Node before, Node after) {
        Finding finding = Finding.of(
                        Change.OPERATION_UNREAD_CHANGED.id(), Level.UNDECIDED, operation.toString(), name + said)
                .provedBy(List.of(new Evidence("undecided because", "nobody knows who follows links")));
        comparison.report(finding, name, before, after);
    }
}
