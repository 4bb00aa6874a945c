package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Schemas of what a client sends: what the contract says of the value, and of it only what has been sent. Each is kept
 * by no value that the contract does not allow. Where the contract says more than can be said of a value by itself, as
 * unions do, its own schema is taken in.
 *
 * @param carried takes schemas over as they are
 * @param spelling how types are written
 */
record SentSchemas(CarriedSchemas carried, TypeSpelling spelling) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The schema of values at a place that has a schema in the contract. */
    ObjectNode of(Node written, UsedValue used) {
        return of(written.exists() ? List.of(written) : List.of(), used);
    }

    /** The schema of values that keep several at once. */
    private ObjectNode of(List<Node> written, UsedValue used) {
        if (used.cut() || used.types().isEmpty()) {
            return whole(written);
        }
        SchemaParts all = SchemaParts.of(written);
        SchemaParts parts = used.types().contains(Type.NULL) ? all : all.withoutNull();
        boolean plain = parts.isPlain(used.types());
        SchemaParts own = plain ? parts : SchemaParts.of(List.of());
        ObjectNode schema = JSON.objectNode();
        spelling.write(schema, types(own, used), own);
        if (plain) {
            parts.words().orElseThrow().forEach(schema::set);
        } else {
            schema.set("allOf", carried.list(written));
        }
        words(schema, own, used);
        if (used.types().contains(Type.OBJECT)) {
            members(schema, own, used, plain ? Set.of() : parts.required());
        }
        if (used.types().contains(Type.ARRAY) && parts.all("prefixItems").isEmpty()) {
            items(schema, own, used);
        }
        return schema;
    }

    private ObjectNode whole(List<Node> written) {
        if (written.size() == 1 && carried.copy(written.get(0)) instanceof ObjectNode only) {
            return only;
        }
        ObjectNode schema = JSON.objectNode();
        return written.isEmpty() ? schema : schema.set("allOf", carried.list(written));
    }

    private static Set<Type> types(SchemaParts parts, UsedValue used) {
        return used.isAnything() ? parts.types().orElseGet(() -> EnumSet.noneOf(Type.class)) : used.types();
    }

    private static void words(ObjectNode schema, SchemaParts parts, UsedValue used) {
        if (used.enumeration().isPresent()) {
            schema.putArray("enum").addAll(used.enumeration().get().values());
        } else {
            parts.first("enum").ifPresent(words -> schema.set("enum", words.json()));
            parts.first("const").ifPresent(word -> schema.set("const", word.json()));
        }
    }

    /** @param elsewhere members that a schema which is taken in asks for */
    private void members(ObjectNode schema, SchemaParts parts, UsedValue used, Set<String> elsewhere) {
        ObjectNode properties = JSON.objectNode();
        used.members().forEach((name, value) -> properties.set(name, of(parts.written(name), value)));
        Set<String> required = new TreeSet<>(used.always());
        for (String name : parts.required()) { // a dialect may let it be sent elsewhere
            if (!used.members().containsKey(name) && !parts.member(name).isMarked("readOnly")) {
                properties.set(name, whole(parts.written(name)));
                required.add(name);
            }
        }
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        if (!required.isEmpty()) {
            required.forEach(schema.withArray("required")::add);
        }
        if (used.rest().isPresent()) {
            schema.set(
                    "additionalProperties",
                    of(parts.all("additionalProperties"), used.rest().get()));
        } else if (!used.others() && used.members().keySet().containsAll(elsewhere)) {
            schema.put("additionalProperties", false);
        }
    }

    private void items(ObjectNode schema, SchemaParts parts, UsedValue used) {
        if (used.items().isPresent()) {
            schema.set("items", of(parts.all("items"), used.items().get()));
        } else if (!used.isAnything()) {
            schema.put("maxItems", 0);
        }
    }
}
