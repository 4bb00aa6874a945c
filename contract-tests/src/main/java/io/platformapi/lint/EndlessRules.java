package io.platformapi.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Schemas whose values would have to hold others of them without end. A schema has an end once all that it cannot do
 * without has one: the parts of an {@code allOf}, required members, items where there must be some, a branch of a
 * union.
 */
final class EndlessRules {

    private static final List<String> UNIONS = List.of("anyOf", "oneOf");

    /** What the values of a schema without a known end cannot do without. */
    private final Map<JsonNode, Needs> open = new IdentityHashMap<>();

    /**
     * What a value cannot do without.
     *
     * @param all all of these
     * @param unions one of each
     */
    private record Needs(List<Node> all, List<List<Node>> unions) {

        private Stream<Node> each() {
            return Stream.concat(all.stream(), unions.stream().flatMap(List::stream));
        }
    }

    private EndlessRules(List<Node> schemas) {
        for (Node schema : schemas) {
            List<List<Node>> unions = UNIONS.stream()
                    .map(union -> schema.member(union).items())
                    .filter(branches -> !branches.isEmpty())
                    .toList();
            Needs needs = new Needs(needed(schema), unions);
            if (!needs.all().isEmpty() || !unions.isEmpty()) {
                open.put(schema.json(), needs);
            }
        }
        while (open.values().removeIf(this::hasEnd)) {
            // what needs those may have an end now
        }
    }

    static Stream<Offence> endless(Contract contract) {
        List<Node> schemas =
                KeywordRules.schemas(contract).filter(Node::isObject).toList();
        EndlessRules rules = new EndlessRules(schemas);
        return schemas.stream()
                .filter(schema -> !schema.isReference() && rules.leadsBack(schema))
                .map(schema -> new Offence(
                        schema,
                        "No value matches: each would have to hold another one, without end.",
                        "make the member that leads back optional or nullable, or leave the reference out"));
    }

    private boolean hasEnd(Needs needs) {
        return needs.all().stream().noneMatch(this::isOpen)
                && needs.unions().stream()
                        .allMatch(branches -> branches.stream().anyMatch(branch -> !isOpen(branch)));
    }

    private boolean isOpen(Node schema) {
        return open.containsKey(schema.json());
    }

    private static List<Node> needed(Node schema) {
        List<Node> needed = new ArrayList<>(schema.member("allOf").items());
        if (schema.isReference()) {
            try {
                needed.add(schema.target());
            } catch (UnreadableDocument nowhere) {
                return List.of(); // which is told elsewhere
            }
        }
        boolean nullable = schema.flag("nullable");
        List<String> types = nullable ? List.of() : KeywordRules.types(schema.member("type"));
        if (types.equals(List.of("object"))) {
            Map<String, Node> members = schema.member("properties").members();
            schema.member("required").items().stream()
                    .map(name -> members.get(name.json().asText()))
                    .filter(member -> member != null && !member.flag("readOnly") && !member.flag("writeOnly"))
                    .forEach(needed::add);
        } else if (types.equals(List.of("array"))
                && schema.json().path("minItems").asInt(0) > 0) {
            needed.add(schema.member("items"));
        }
        return needed;
    }

    /** Whether a schema without end is in the circle itself, and does not only lead to one. */
    private boolean leadsBack(Node schema) {
        Set<JsonNode> passed = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> ahead = new ArrayDeque<>(isOpen(schema) ? List.of(schema) : List.of());
        while (!ahead.isEmpty()) {
            Node next = ahead.poll();
            for (Node inside : endless(next)) {
                if (inside.json() == schema.json()) {
                    return true;
                } else if (passed.add(inside.json())) {
                    ahead.add(inside);
                }
            }
        }
        return false;
    }

    private List<Node> endless(Node schema) {
        return Objects.requireNonNull(open.get(schema.json()))
                .each()
                .filter(this::isOpen)
                .toList();
    }
}
