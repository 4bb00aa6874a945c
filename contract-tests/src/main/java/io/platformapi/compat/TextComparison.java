package io.platformapi.compat;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Layout;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what no message shows beside schemas: texts, ids, tags, examples and extensions, of every object that both
 * editions have. Told only to whoever asks for it.
 */
record TextComparison(Comparison comparison) {

    private static final String DOCUMENT = "the document";

    /** Plain fields of any object that say nothing about messages. */
    private static final Set<String> TELLING = Set.of(
            "title",
            "summary",
            "description",
            "termsOfService",
            "contact",
            "license",
            "version",
            "externalDocs",
            "refreshUrl",
            "parent",
            "kind");

    /** Extensions that are looked at elsewhere. */
    private static final Set<String> JUDGED = Set.of(Lifecycle.SUNSET, Lifecycle.STABILITY, DocumentWaivers.FIELD);

    void document() {
        if (comparison.telling().isEverything()) {
            Node old = comparison.old().contract().document();
            Node fresh = comparison.fresh().contract().document();
            walk(DOCUMENT, new DescribedPart("", Kind.DOCUMENT, old, fresh));
        }
    }

    /** Compares what is said of a path, for all of its operations. */
    void path(String path, Node old, Node fresh) {
        if (comparison.telling().isEverything()) {
            walk(path, new DescribedPart("", Kind.PATH_ITEM, old, fresh));
        }
    }

    void operation(Operation before, Operation after) {
        if (!comparison.telling().isEverything()) {
            return;
        }
        String subject = before.toString();
        walk(subject, new DescribedPart("", Kind.OPERATION, before.node(), after.node()));
        Map<String, Parameter> successors = after.parameters().stream()
                .collect(Collectors.toMap(MessagePart::name, Function.identity(), (one, other) -> one));
        before.parameters().forEach(old -> {
            Parameter fresh = successors.getOrDefault(MessagePart.name(old), old);
            walk(subject, new DescribedPart(MessagePart.name(old) + " ", Kind.PARAMETER, old.node(), fresh.node()));
        });
    }

    private void walk(String subject, DescribedPart part) {
        Set<String> names = new LinkedHashSet<>(part.was().members().keySet());
        names.addAll(part.is().members().keySet());
        names.stream().filter(name -> isTelling(part.kind(), name)).forEach(name -> compare(subject, part, name));
        deprecated(subject, part);
        part.inside().forEach(each -> walk(subject, each));
        part.lone().forEach(said -> tell(subject, part, said));
    }

    private static boolean isTelling(Kind kind, String name) {
        return kind == Kind.EXAMPLE && !name.equals("$ref")
                || TELLING.contains(name)
                || name.equals("example") && kind != Kind.SCHEMA
                || (name.equals("tags") || name.equals("operationId")) && kind == Kind.OPERATION
                || name.equals("default") && kind == Kind.SERVER_VARIABLE
                || name.equals("name") && kind == Kind.SERVER
                || name.equals("scopes") && kind == Kind.FLOW
                || Layout.isExtension(name) && !JUDGED.contains(name);
    }

    private void compare(String subject, DescribedPart part, String name) {
        Node was = part.was().member(name);
        Node is = part.is().member(name);
        boolean asked = comparison.telling().tells(part.kind() == Kind.EXAMPLE ? "example" : name);
        if (asked && !was.json().equals(is.json())) {
            tell(
                    subject,
                    part,
                    part.name() + "`" + name + "` " + Contrast.of(was, is).sentence());
        }
    }

    private void deprecated(String subject, DescribedPart part) {
        boolean was = part.was().flag("deprecated");
        boolean is = part.is().flag("deprecated");
        if (part.kind() == Kind.OPERATION) {
            if (was && !is) {
                tell(subject, part, "It is no longer deprecated.");
            }
        } else if (was != is) {
            report(
                    Change.DEPRECATED,
                    subject,
                    part,
                    part.name().strip() + (is ? ": it is now deprecated." : ": it is no longer deprecated."));
        }
    }

    private void tell(String subject, DescribedPart part, String message) {
        report(subject.equals(DOCUMENT) ? Change.DOCUMENT_DESCRIBED : Change.DESCRIBED, subject, part, message);
    }

    /** Once for all that share the part. */
    private void report(Change change, String subject, DescribedPart part, String message) {
        String key = "text " + part.was().file().uri() + part.was().pointer() + " "
                + part.is().file().uri() + part.is().pointer() + " "
                + message.substring(Math.min(part.name().length(), message.length()));
        comparison.reportShared(
                key, Finding.of(change.id(), Level.NOTE, subject, message), message, List.of(part.was(), part.is()));
    }
}
