package io.platformapi.compat.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema with what its references and the parts of its {@code allOf} say beside it, each keyword where it is written.
 *
 * @param home where the schema is written, at the end of the references to it
 * @param keywords each with the nodes that say it, mostly one
 */
public record FlatSchema(Node home, SchemaReading.Dialect dialect, Map<String, List<Node>> keywords) {

    /** Reads a schema of a document. */
    public static FlatSchema of(Node schema, SchemaReading.Dialect dialect) {
        FlatSchema flat = new FlatSchema(home(schema), dialect, new LinkedHashMap<>());
        flat.collect(schema, new HashSet<>());
        return flat;
    }

    boolean isOpenApi30() {
        return dialect.isOpenApi30();
    }

    /** Where a schema is written: at the end of a reference beside which nothing stands. */
    public static Node home(Node schema) {
        boolean onlyRefers = schema.isReference() && schema.json().size() == 1;
        return onlyRefers ? schema.resolved() : schema;
    }

    private void collect(Node schema, Set<String> passed) {
        if (!passed.add(SchemaChange.place(schema))) {
            return;
        }
        if (schema.isReference()) {
            collect(schema.target(), passed);
        }
        boolean alone = schema.isReference() && isOpenApi30(); // which reads nothing beside a reference
        schema.members().forEach((name, value) -> {
            if (name.equals("allOf")) {
                value.items().forEach(part -> collect(part, passed));
            } else if (!alone && !name.equals("$ref")) {
                keywords.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
            }
        });
    }

    /** The keyword, or one that does not exist. */
    public Node keyword(String name) {
        List<Node> said = keywords.get(name);
        return said == null ? home.member(name) : said.get(0);
    }

    /** The schema that a keyword is written in; this one if it is in none. */
    Node around(String name) {
        List<Node> said = keywords.get(name);
        return said == null ? home : said.get(0).parent();
    }

    List<JsonNode> said(String name) {
        return keywords.getOrDefault(name, List.of()).stream().map(Node::json).toList();
    }

    /** The schemas below a keyword such as {@code properties}, by name. */
    public Map<String, Node> schemas(String name) {
        Map<String, Node> schemas = new LinkedHashMap<>();
        keywords.getOrDefault(name, List.of()).forEach(each -> each.members().forEach(schemas::putIfAbsent));
        return schemas;
    }

    /** The names that are required, each where it is listed. */
    Map<String, Node> required() {
        Map<String, Node> names = new LinkedHashMap<>();
        keywords.getOrDefault("required", List.of())
                .forEach(each -> each.items()
                        .forEach(name -> names.putIfAbsent(name.json().asText(), name)));
        return names;
    }

    /** The types, with {@code null} where the keyword {@code nullable} adds it; none if all are allowed. */
    Set<String> types() {
        Set<String> types = new LinkedHashSet<>();
        Node type = keyword("type");
        if (type.json().isArray()) {
            type.items().forEach(each -> types.add(each.json().asText()));
        } else if (type.exists()) {
            types.add(type.json().asText());
        }
        if (!types.isEmpty() && isNullable()) {
            types.add("null");
        } else if (!isOpenApi30() && !said("type").stream().allMatch(FlatSchema::takesNull)) {
            types.remove("null");
        }
        return types;
    }

    private static boolean takesNull(JsonNode type) {
        return type.asText().equals("null")
                || type.valueStream().anyMatch(each -> each.asText().equals("null"));
    }

    /**
     * Whether {@code nullable} stands where no type does, or where values are listed that null is none of, so that
     * 3.0.3 gives it no meaning.
     */
    boolean isNullableInVain() {
        boolean unlisted = keyword("enum").exists() && !listed("enum").containsKey(NullNode.instance);
        return isNullable() && (unlisted || !around("nullable").member("type").exists());
    }

    /** Whether null is allowed; where several parts say types, each must allow it. */
    boolean isNullable() {
        boolean said = isOpenApi30() && keyword("nullable").json().asBoolean(false);
        return said
                && (!around("nullable").member("type").exists()
                        || keywords.getOrDefault("type", List.of()).stream()
                                .allMatch(type -> type.parent().flag("nullable")));
    }

    /** The values that are listed, each where it is; none if none are. */
    Map<JsonNode, Node> listed(String keyword) {
        Map<JsonNode, Node> values = new LinkedHashMap<>();
        keyword(keyword).items().forEach(each -> values.putIfAbsent(each.json(), each));
        if (keyword.equals("enum") && keyword("const").exists()) {
            values.putIfAbsent(keyword("const").json(), keyword("const"));
        }
        return values;
    }
}
