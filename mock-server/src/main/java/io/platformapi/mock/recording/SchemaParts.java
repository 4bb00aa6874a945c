package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The schemas that a value has to keep all at once: one as it is written, what it refers to, and what it takes in by
 * {@code allOf}.
 */
record SchemaParts(List<Node> nodes) {

    private static final String EXTENSION = "x-";

    private static final Set<String> VALUES = Set.of("type", "enum", "const");

    static final List<String> UNIONS = List.of("oneOf", "anyOf");

    /** What is read here by name, or tells how a value is written. */
    private static final Set<String> READ_HERE = Set.of(
            "$ref",
            "allOf",
            "type",
            "nullable",
            "enum",
            "const",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "xml");

    /** What can be said of a value by itself, without another schema. */
    private static final Set<String> PLAIN = Set.of(
            "format",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "default",
            "readOnly",
            "writeOnly",
            "deprecated",
            "contentEncoding",
            "contentMediaType",
            "x-extensible-enum");

    /** The parts of a schema at a place; none where none is written. */
    static SchemaParts of(Node written) {
        return of(List.of(written));
    }

    static SchemaParts of(List<Node> written) {
        List<Node> found = new ArrayList<>();
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        written.forEach(each -> collect(each, found, seen));
        return new SchemaParts(List.copyOf(found));
    }

    /** What stands beside a reference counts since OpenAPI 3.1. */
    private static void collect(Node written, List<Node> found, Set<JsonNode> seen) {
        if (!written.isObject() || !seen.add(written.json())) {
            return;
        }
        boolean reference = written.isReference();
        if (!reference || !isOf30(written)) {
            found.add(written);
            written.member("allOf").items().forEach(each -> collect(each, found, seen));
        }
        if (reference) {
            collect(written.target(), found, seen);
        }
    }

    private static boolean isOf30(Node node) {
        return node.root().text("openapi", "").startsWith("3.0");
    }

    /** The same without unions of one schema and null, for values that are not null. */
    SchemaParts withoutNull() {
        List<Node> others = new ArrayList<>();
        for (Node node : nodes) {
            others.addAll(otherThanNull(node));
        }
        return others.isEmpty()
                ? this
                : of(Stream.concat(nodes.stream(), others.stream()).toList());
    }

    private static List<Node> otherThanNull(Node node) {
        return UNIONS.stream()
                .filter(union -> isOfNull(node, union))
                .flatMap(union -> node.member(union).items().stream())
                .filter(branch -> !isNull(branch))
                .toList();
    }

    private static boolean isOfNull(Node node, String union) {
        List<Node> branches = node.member(union).items();
        return branches.size() == 2
                && branches.stream().filter(SchemaParts::isNull).count() == 1;
    }

    private static boolean isNull(Node branch) {
        return branch.text("type", "").equals("null") && branch.json().size() == 1;
    }

    /** Whether all that they say can be said again of the value by itself. */
    boolean isPlain(Set<Type> used) {
        boolean nullFree = !used.contains(Type.NULL);
        boolean said = nodes.stream()
                .allMatch(node -> node.members().keySet().stream()
                        .allMatch(keyword -> PLAIN.contains(keyword)
                                || READ_HERE.contains(keyword)
                                || CarriedSchemas.LEFT_BEHIND.contains(keyword)
                                || nullFree && UNIONS.contains(keyword) && isOfNull(node, keyword)));
        boolean others = nodes.size() == 1
                || nodes.stream()
                        .allMatch(node ->
                                node.member("additionalProperties").json().isMissingNode()
                                        || node.flag("additionalProperties"));
        return said && others && (nullFree || nodes.size() == 1) && words().isPresent();
    }

    /** What they say of the value by itself, by keyword; empty where two say different things. */
    Optional<Map<String, JsonNode>> words() {
        Map<String, JsonNode> words = new LinkedHashMap<>();
        boolean same = true;
        for (Node node : nodes) {
            for (Map.Entry<String, Node> member : node.members().entrySet()) {
                String keyword = member.getKey();
                JsonNode value = member.getValue().json();
                if (PLAIN.contains(keyword)) {
                    JsonNode known = words.putIfAbsent(keyword, value);
                    same &= known == null || known.equals(value);
                }
            }
        }
        return same ? Optional.of(words) : Optional.empty();
    }

    /** What is said of the value by itself, types and enumerations included, where none contradicts. */
    Map<String, JsonNode> agreed() {
        Map<String, JsonNode> agreed = new LinkedHashMap<>();
        Set<String> contradicted = new LinkedHashSet<>();
        for (Node node : nodes) {
            node.members().forEach((keyword, value) -> {
                JsonNode known = PLAIN.contains(keyword) || VALUES.contains(keyword)
                        ? agreed.putIfAbsent(keyword, value.json())
                        : value.json();
                if (known != null && !known.equals(value.json())) {
                    contradicted.add(keyword);
                }
            });
        }
        agreed.keySet().removeAll(contradicted);
        return agreed;
    }

    /** The types that all of them allow; empty where none speaks of types. */
    Optional<Set<Type>> types() {
        Optional<Set<Type>> types = Optional.empty();
        for (Node node : nodes) {
            Set<Type> own = typesOf(node);
            if (!own.isEmpty()) {
                Set<Type> both = EnumSet.copyOf(own);
                types.ifPresent(known -> both.retainAll(wide(known)));
                types = Optional.of(both);
            }
        }
        return types;
    }

    private static Set<Type> wide(Set<Type> types) {
        Set<Type> wide = EnumSet.copyOf(types);
        if (types.contains(Type.NUMBER)) {
            wide.add(Type.INTEGER);
        }
        return wide;
    }

    static Set<Type> typesOf(Node node) {
        Set<Type> types = EnumSet.noneOf(Type.class);
        JsonNode type = node.json().path("type");
        (type.isArray() ? Stream.iterate(0, i -> i < type.size(), i -> i + 1).map(type::get) : Stream.of(type))
                .flatMap(name -> Type.named(name.asText()).stream())
                .forEach(types::add);
        if (!types.isEmpty() && node.flag("nullable")) {
            types.add(Type.NULL);
        }
        return types;
    }

    /** The first that is said by a keyword. */
    Optional<Node> first(String keyword) {
        return nodes.stream()
                .map(node -> node.member(keyword))
                .filter(Node::exists)
                .findFirst();
    }

    /** All that is said by a keyword. */
    List<Node> all(String keyword) {
        return nodes.stream()
                .map(node -> node.member(keyword))
                .filter(Node::exists)
                .toList();
    }

    /** The parts of a member that is declared by name. */
    SchemaParts member(String name) {
        return of(written(name));
    }

    /** Where a member is declared by name. */
    List<Node> written(String name) {
        return all("properties").stream()
                .map(properties -> properties.member(name))
                .filter(Node::exists)
                .toList();
    }

    /** Whether any of them marks the value by a keyword, such as {@code readOnly}. */
    boolean isMarked(String keyword) {
        return nodes.stream().anyMatch(node -> node.flag(keyword));
    }

    /** The names of the members that are declared. */
    Set<String> declared() {
        Set<String> names = new LinkedHashSet<>();
        all("properties")
                .forEach(properties -> names.addAll(properties.members().keySet()));
        return names;
    }

    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        all("required")
                .forEach(list ->
                        list.items().forEach(name -> names.add(name.json().asText())));
        return names;
    }
}
