package io.platformapi.contract.layout;

import io.platformapi.contract.schema.Draft;
import io.platformapi.contract.source.Node;
import java.util.Optional;
import java.util.Set;

/** Where schemas stand in a schema, in each edition of JSON Schema; {@link Layout} has the latest. */
final class SchemaFields {

    private static final Field ONE = Layout.field(Kind.SCHEMA, "not").orElseThrow();
    private static final Field LIST = Layout.field(Kind.SCHEMA, "prefixItems").orElseThrow();
    private static final Field MAP = Layout.field(Kind.SCHEMA, "properties").orElseThrow();
    private static final Set<String> APART = Set.of("definitions", "$defs");

    private SchemaFields() {}

    /** How the schemas in a member of a schema are put together; empty where there are none. */
    static Optional<Field> field(Draft draft, Node member) {
        String keyword = member.name();
        boolean passedOver = draft.hasLoneReferences() && member.parent().isReference() && !APART.contains(keyword);
        if (passedOver || !draft.knows(keyword)) {
            return Optional.empty();
        }
        if (draft.hasListsOfItems() && keyword.equals("items") && member.json().isArray()) {
            return Optional.of(LIST);
        }
        if (draft.hasListsOfItems() && keyword.equals("additionalItems")) {
            return Optional.of(ONE);
        }
        return draft.hasDependencies() && keyword.equals("dependencies")
                ? Optional.of(MAP)
                : Layout.field(Kind.SCHEMA, keyword);
    }

    /** Whether a value stands where a schema may, and is none: the names of members that another asks for. */
    static boolean isList(Draft draft, Node value) {
        return draft.hasDependencies()
                && value.json().isArray()
                && value.parent().name().equals("dependencies");
    }
}
