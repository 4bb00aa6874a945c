package io.platformapi.contract.source;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Makes sure that every reference of a document leads somewhere, before anything is served from it. */
public final class References {

    /** Members whose values are data: a {@code $ref} in them is text like any other. */
    private static final Set<String> DATA = Set.of("example", "examples", "enum", "const", "default", "value");

    private final Set<URI> visited = new HashSet<>();

    private References() {}

    /**
     * Follows every reference of a document, in every file they lead to.
     *
     * @throws UnreadableDocument at the first that leads nowhere or may not be followed
     */
    public static void check(Node document) {
        new References().visitFile(document);
    }

    private void visitFile(Node root) {
        if (visited.add(root.file().uri())) {
            visit(root);
        }
    }

    private void visit(Node node) {
        if (node.isReference()) {
            visitFile(node.resolved().root());
        }
        node.members().forEach((name, member) -> {
            boolean data = DATA.contains(name) && !isSchemaName(node) || name.startsWith("x-");
            if (!data) {
                visit(member);
            }
        });
        node.items().forEach(this::visit);
    }

    /** A schema or a property may be called "example"; then its name is no keyword. */
    private static boolean isSchemaName(Node parent) {
        return Set.of("properties", "schemas", "patternProperties", "$defs").contains(parent.name());
    }
}
