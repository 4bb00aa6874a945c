package io.platformapi.lint;

import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds every schema that is written in a document, at any depth, those behind references once at their own place. */
final class SchemaPlaces {

    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> NESTED = Set.of(
            "allOf",
            "anyOf",
            "oneOf",
            "prefixItems",
            "items",
            "additionalProperties",
            "unevaluatedProperties",
            "unevaluatedItems",
            "propertyNames",
            "contains",
            "not",
            "if",
            "then",
            "else");
    private static final Set<String> DATA = Set.of("example", "examples", "value", "default", "enum", "const");

    private final List<Node> found = new ArrayList<>();

    private SchemaPlaces() {}

    static List<Node> of(Node document) {
        SchemaPlaces places = new SchemaPlaces();
        places.visit(document);
        return places.found;
    }

    private void visit(Node node) {
        node.members().forEach((name, member) -> {
            if (name.equals("schema")) {
                visitSchema(member);
            } else if (member.pointer().equals("/components/schemas")) {
                member.members().values().forEach(this::visitSchema);
            } else if (!DATA.contains(name) && !name.startsWith("x-")) {
                visit(member);
            }
        });
        node.items().forEach(this::visit);
    }

    private void visitSchema(Node schema) {
        if (!schema.isObject()) {
            return;
        }
        found.add(schema);
        schema.members().forEach((keyword, member) -> {
            if (MAPS.contains(keyword)) {
                member.members().values().forEach(this::visitSchema);
            } else if (NESTED.contains(keyword)) {
                visitSchema(member);
                member.items().forEach(this::visitSchema);
            }
        });
    }
}
