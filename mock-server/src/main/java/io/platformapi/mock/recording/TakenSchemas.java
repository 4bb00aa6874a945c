package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Schemas of what a client is answered: what the contract promises of those members that have come. Each is kept by all
 * values that the contract allows: what cannot be said of the members that have come is not said.
 *
 * @param carried takes schemas over as they are
 * @param xml the keywords that say how values are written as XML
 */
record TakenSchemas(CarriedSchemas carried, List<String> xml) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The schema of values at a place that has a schema in the contract. */
    ObjectNode of(Node written, UsedValue used) {
        return of(written.exists() ? List.of(written) : List.of(), used, seen());
    }

    private static Set<JsonNode> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** @param around the schemas of the same value whose branches these are */
    private ObjectNode of(List<Node> written, UsedValue used, Set<JsonNode> around) {
        ObjectNode schema = JSON.objectNode();
        if (written.isEmpty()) {
            return schema;
        }
        if (used.cut()) {
            schema.set("allOf", carried.list(written));
            return schema;
        }
        SchemaParts parts = SchemaParts.of(written);
        parts.agreed().forEach(schema::set);
        if (parts.nodes().stream().anyMatch(node -> node.flag("nullable"))) {
            schema.put("nullable", true);
        }
        writeXml(schema, written, xml);
        members(schema, parts, used);
        items(schema, parts, used);
        unions(schema, parts, used, around);
        return schema;
    }

    /** How values are written as XML is said where the definition is, and nowhere else. */
    static void writeXml(ObjectNode schema, List<Node> written, List<String> keywords) {
        if (!written.isEmpty()) {
            Node definition = written.get(0).resolved();
            keywords.stream()
                    .map(definition::member)
                    .filter(Node::exists)
                    .forEach(said -> schema.set(said.name(), said.json()));
        }
    }

    private void members(ObjectNode schema, SchemaParts parts, UsedValue used) {
        used.members().forEach((name, value) -> {
            List<Node> declared = parts.written(name);
            if (!declared.isEmpty()) {
                schema.withObjectProperty("properties").set(name, of(declared, value, seen()));
            }
        });
        Set<String> required = new TreeSet<>(used.always());
        required.retainAll(parts.required());
        if (!required.isEmpty()) {
            required.forEach(schema.withArray("required")::add);
        }
        if (used.rest().isPresent() && parts.nodes().size() == 1) {
            List<Node> others = parts.all("additionalProperties").stream()
                    .filter(Node::isObject)
                    .toList();
            if (!others.isEmpty()) {
                schema.set("additionalProperties", of(others, used.rest().get(), seen()));
            }
        }
    }

    private void items(ObjectNode schema, SchemaParts parts, UsedValue used) {
        List<Node> places = parts.all("prefixItems");
        if (places.size() == 1 && parts.nodes().size() == 1) {
            schema.set("prefixItems", carried.list(places.get(0).items()));
            parts.first("items").ifPresent(items -> schema.set("items", carried.copy(items)));
        } else if (places.isEmpty() && used.items().isPresent()) {
            schema.set("items", of(parts.all("items"), used.items().get(), seen()));
        }
    }

    /** Each branch says what it promises; which of them it is, nobody is sure of. */
    private void unions(ObjectNode schema, SchemaParts parts, UsedValue used, Set<JsonNode> around) {
        List<ArrayNode> unions = new ArrayList<>();
        for (Node node : parts.nodes()) {
            for (String union : SchemaParts.UNIONS) {
                List<Node> branches = node.member(union).items();
                if (!branches.isEmpty() && around.add(branches.get(0).parent().json())) {
                    ArrayNode taken = JSON.arrayNode();
                    branches.forEach(branch -> taken.add(of(List.of(branch), used, around)));
                    unions.add(taken);
                    around.remove(branches.get(0).parent().json());
                }
            }
        }
        for (ArrayNode union : unions) {
            if (schema.has("anyOf")) {
                schema.withArray("allOf").add(JSON.objectNode().set("anyOf", union));
            } else {
                schema.set("anyOf", union);
            }
        }
    }
}
