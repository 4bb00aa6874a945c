package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Response;
import io.platformapi.contract.source.Excerpt;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what no message shows beside schemas: texts, ids, tags and examples. Told only to whoever asks for it. */
record TextComparison(Comparison comparison) {

    private static final int LONGEST = 80;
    private static final List<String> OF_INFO =
            List.of("title", "summary", "description", "termsOfService", "contact", "license");
    private static final List<String> OF_OPERATIONS =
            List.of("summary", "description", "operationId", "tags", "externalDocs");
    private static final List<String> OF_PARTS = List.of("description", "example", "examples");

    void document() {
        Node old = comparison.old().contract().document();
        Node fresh = comparison.fresh().contract().document();
        compare("the document", "info ", OF_INFO, old.member("info"), fresh.member("info"));
        compare("the document", "", List.of("tags", "externalDocs"), old, fresh);
    }

    void operation(Operation before, Operation after) {
        String subject = before.toString();
        compare(subject, "", OF_OPERATIONS, before.node(), after.node());
        if (before.deprecated() && !after.deprecated()) {
            tell(Change.DESCRIBED, subject, "It is no longer deprecated.", before.node(), after.node());
        }
        Map<String, Parameter> successors = after.parameters().stream()
                .collect(Collectors.toMap(TextComparison::name, Function.identity(), (one, other) -> one));
        before.parameters().forEach(old -> parameter(subject, old, successors.getOrDefault(name(old), old)));
        before.body()
                .ifPresent(old ->
                        after.body().ifPresent(fresh -> compare(subject, "body ", OF_PARTS, old.node(), fresh.node())));
        before.responses().forEach((key, old) -> {
            Response fresh = after.responses().getOrDefault(key, old);
            compare(subject, key + " ", OF_PARTS, old.node(), fresh.node());
        });
    }

    private void parameter(String subject, Parameter old, Parameter fresh) {
        compare(subject, name(old) + " ", OF_PARTS, old.node(), fresh.node());
        if (old.node().flag("deprecated") != fresh.node().flag("deprecated")) {
            String said = fresh.node().flag("deprecated") ? ": it is now deprecated." : ": it is no longer deprecated.";
            tell(Change.DEPRECATED, subject, name(old) + said, old.node(), fresh.node());
        }
    }

    private static String name(Parameter parameter) {
        return MessagePart.name(parameter);
    }

    private void compare(String subject, String part, List<String> members, Node old, Node fresh) {
        for (String name : members) {
            Node was = old.member(name);
            Node is = fresh.member(name);
            if (comparison.telling().tells(name) && !was.json().equals(is.json())) {
                Change change = subject.equals("the document") ? Change.DOCUMENT_DESCRIBED : Change.DESCRIBED;
                tell(
                        change,
                        subject,
                        part + "`" + name + "` was " + shown(was) + " and is " + shown(is) + ".",
                        old,
                        fresh);
            }
        }
    }

    private static String shown(Node node) {
        return node.exists() ? Excerpt.of(node.json().toString(), LONGEST) : "not given";
    }

    private void tell(Change change, String subject, String message, Node old, Node fresh) {
        if (comparison.telling().isEverything()) {
            comparison.report(Finding.of(change.id(), Level.NOTE, subject, message), message, old, fresh);
        }
    }
}
