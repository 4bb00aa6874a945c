package io.platformapi.lint;

import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds every object with a {@code $ref} in a document, and every entry of a discriminator's mapping; data aside. */
final class ReferencePlaces {

    private static final Set<String> DATA = Set.of("example", "value", "default", "enum", "const");

    /** Members below which names are free, so that a schema may be called "value". */
    private static final Set<String> MAPS = Set.of(
            "properties",
            "patternProperties",
            "$defs",
            "schemas",
            "responses",
            "parameters",
            "examples",
            "requestBodies",
            "headers",
            "securitySchemes",
            "links",
            "callbacks",
            "pathItems",
            "paths",
            "webhooks",
            "content");

    private final List<Node> found = new ArrayList<>();

    private ReferencePlaces() {}

    static List<Node> of(Node document) {
        ReferencePlaces places = new ReferencePlaces();
        places.visit(document);
        return places.found;
    }

    private void visit(Node node) {
        if (node.isReference()) {
            found.add(node);
        }
        node.members().forEach((name, member) -> {
            if (name.equals("mapping")) {
                found.addAll(member.members().values());
            } else if (MAPS.contains(name) && member.isObject()) {
                member.members().values().forEach(this::visit);
            } else if (!DATA.contains(name) && !name.equals("examples") && !name.startsWith("x-")) {
                visit(member);
            }
        });
        node.items().forEach(this::visit);
    }
}
