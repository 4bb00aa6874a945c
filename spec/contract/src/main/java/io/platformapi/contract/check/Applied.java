package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.schema.Below;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every schema that may speak of one value: the schema itself, what it takes in by {@code allOf}, the alternatives of
 * its unions and conditions, each behind its references.
 */
public record Applied(List<Schema> schemas) {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final List<String> CONDITIONS = List.of("then", "else");

    public Applied {
        schemas = List.copyOf(schemas);
    }

    public static Applied of(Schema schema) {
        return of(List.of(schema));
    }

    private static Applied of(Collection<Schema> roots) {
        List<Schema> found = new ArrayList<>();
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.forEach(root -> collect(root, found, seen));
        return new Applied(found);
    }

    private static void collect(Schema schema, List<Schema> found, Set<JsonNode> seen) {
        if (!schema.written().exists() || !seen.add(schema.written().json())) {
            return;
        }
        found.add(schema);
        schema.parts().forEach(part -> collect(part, found, seen));
        schema.variants().forEach(variant -> collect(variant, found, seen));
        CONDITIONS.forEach(condition -> collect(schema.below(condition), found, seen));
        schema.node()
                .member("dependentSchemas")
                .members()
                .keySet()
                .forEach(name -> collect(schema.below("dependentSchemas", name), found, seen));
    }

    /** The schemas of a member: declared by its name, else by a pattern, else as one of the others. */
    public Applied member(String name) {
        return of(schemas.stream().flatMap(owner -> Below.member(owner, name)).toList());
    }

    /** The schemas of an item: that of its place in a tuple, else that of all items. */
    public Applied item(int index) {
        return of(schemas.stream()
                .flatMap(owner -> Below.item(owner, index).stream())
                .toList());
    }

    /** The schemas of what a JSON pointer names, which does not tell items from members. */
    Applied below(String token) {
        Applied member = member(token);
        if (!INDEX.matcher(token).matches()) {
            return member;
        }
        List<Schema> both = new ArrayList<>(item(Integer.parseInt(token)).schemas());
        both.addAll(member.schemas());
        return new Applied(both);
    }

    /** Whether the value may be of the type. */
    public boolean is(Type type) {
        return schemas.stream().anyMatch(schema -> schema.is(type));
    }

    /** Whether any of the schemas marks the value by a keyword, such as {@code readOnly}. */
    boolean isMarked(String keyword) {
        return schemas.stream().anyMatch(schema -> schema.keyword(keyword).asBoolean(false));
    }

    /** The members that any of the schemas asks for. */
    public Set<String> required() {
        Set<String> required = new LinkedHashSet<>();
        schemas.forEach(schema -> required.addAll(schema.required()));
        return required;
    }

    /** The members that the presence of others asks for. */
    public Set<String> dependents(JsonNode object) {
        Set<String> dependents = new LinkedHashSet<>();
        for (Map.Entry<String, Node> dependency : keyword("dependentRequired").entrySet()) {
            if (object.has(dependency.getKey())) {
                dependency
                        .getValue()
                        .items()
                        .forEach(name -> dependents.add(name.json().asText()));
            }
        }
        return dependents;
    }

    /** The names of the members that are declared one by one. */
    public Set<String> declared() {
        return keyword("properties").keySet();
    }

    private Map<String, Node> keyword(String name) {
        return schemas.stream()
                .map(schema -> schema.node().member(name).members())
                .reduce(new LinkedHashMap<>(), (all, some) -> {
                    some.forEach(all::putIfAbsent);
                    return all;
                });
    }

    /** Whether a keyword is {@code false}, such as {@code additionalProperties}: nothing more may be there. */
    public boolean forbids(String... keywords) {
        return schemas.stream()
                .anyMatch(schema -> Stream.of(keywords)
                        .map(schema::keyword)
                        .anyMatch(JsonNodeFactory.instance.booleanNode(false)::equals));
    }
}
