package io.platformapi.contract.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Draft;
import io.platformapi.contract.schema.Shown;
import io.platformapi.contract.source.Edits;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Says in the latest edition of JSON Schema what a schema of an older one says, so that nobody after it has to know
 * that there are others.
 */
final class OldKeywords {

    private static final Set<String> BESIDE_REFERENCES =
            Set.of("$ref", "definitions", "$defs", "title", "description", "$comment");

    private final Draft draft;
    private final Edits edits;
    private final BiConsumer<Node, String> leaveOut;

    /** What tells by {@code leaveOut} what it cannot say. */
    OldKeywords(Draft draft, Edits edits, BiConsumer<Node, String> leaveOut) {
        this.draft = draft;
        this.edits = edits;
        this.leaveOut = leaveOut;
    }

    /** Rewrites a schema; the keywords that mean the same as ever, and are to be looked at as such. */
    List<Node> rewritten(Node schema) {
        boolean lone = draft.hasLoneReferences() && schema.isReference();
        List<Node> same = schema.members().values().stream()
                .filter(member -> lone ? isKeptBesideReference(schema, member) : isSame(schema, member))
                .toList();
        if (!lone && draft.hasListsOfItems()) {
            rewriteItems(schema);
        }
        return same;
    }

    private boolean isKeptBesideReference(Node schema, Node member) {
        boolean kept = BESIDE_REFERENCES.contains(member.name());
        if (!kept) {
            edits.remove(schema, member.name());
        }
        return kept;
    }

    /** Whether a keyword means in the latest edition what it means here; else it is rewritten, or left out. */
    private boolean isSame(Node schema, Node member) {
        String keyword = member.name();
        if (!draft.knows(keyword)) {
            edits.remove(schema, keyword);
            leaveOut.accept(
                    member,
                    "\"" + keyword + "\" is no keyword of JSON Schema " + draft.title()
                            + ", in which this schema is written; it is passed over");
            return false;
        }
        if (draft.hasFlagsOfBounds() && keyword.startsWith("exclusive")) {
            rewriteBound(schema, member, keyword.equals("exclusiveMinimum") ? "minimum" : "maximum");
            return false;
        }
        if (draft.hasDependencies() && keyword.equals("dependencies")) {
            rewriteDependencies(schema, member);
            return false;
        }
        if (keyword.equals("$recursiveAnchor") || keyword.equals(draft.id()) || keyword.equals("additionalItems")) {
            edits.remove(schema, keyword);
            return false;
        }
        return !(keyword.equals("items") && member.json().isArray());
    }

    private void rewriteBound(Node schema, Node flag, String plain) {
        edits.remove(schema, flag.name());
        JsonNode bound = schema.json().path(plain);
        if (!flag.json().isBoolean()) {
            leaveOut.accept(
                    flag,
                    "\"" + flag.name() + "\" takes true or false in JSON Schema " + draft.title() + "; "
                            + Shown.of(flag.json()) + " is passed over, as if the keyword were not there");
        } else if (flag.json().booleanValue() && bound.isNumber()) {
            edits.remove(schema, plain);
            edits.set(schema, flag.name(), bound);
        }
    }

    private void rewriteDependencies(Node schema, Node dependencies) {
        edits.remove(schema, dependencies.name());
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        ObjectNode schemas = JsonNodeFactory.instance.objectNode();
        dependencies.members().forEach((name, member) -> {
            JsonNode value = member.json();
            if (Argument.NAMES.accepts(value)) {
                names.set(name, value);
            } else if (Argument.isSchema(value)) {
                schemas.set(name, value);
            } else {
                leaveOut.accept(
                        member,
                        "\"" + name + "\" of dependencies is no list of names and no schema but " + Shown.of(value)
                                + "; it is passed over");
            }
        });
        if (!names.isEmpty()) {
            edits.set(schema, "dependentRequired", names);
        }
        if (!schemas.isEmpty()) {
            edits.set(schema, "dependentSchemas", schemas);
        }
    }

    private void rewriteItems(Node schema) {
        JsonNode items = schema.json().path("items");
        if (!items.isArray()) {
            return;
        }
        edits.remove(schema, "items");
        if (!items.isEmpty()) {
            edits.set(schema, "prefixItems", items);
        }
        JsonNode others = schema.json().path("additionalItems");
        if (Argument.isSchema(others)) {
            edits.set(schema, "items", others);
        }
    }
}
