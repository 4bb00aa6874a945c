package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
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
 * @param xml the keywords that say how values are written as XML
 */
record SentSchemas(CarriedSchemas carried, TypeSpelling spelling, List<String> xml) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> OWN =
            List.of("type", "properties", "additionalProperties", "enum", "const", "items");

    /** The schema of values at a place that has a schema in the contract. */
    ObjectNode of(Node written, UsedValue used) {
        return of(written.exists() ? List.of(written) : List.of(), used, Said.HERE);
    }

    /** Where it stands what the contract says of a value. */
    private enum Said {
        /** In the schema of the value. */
        HERE,
        /** In a schema that is taken in around it. */
        AROUND
    }

    /** The schema of values that keep several at once. */
    private ObjectNode of(List<Node> written, UsedValue used, Said said) {
        if (used.cut() || used.types().isEmpty() || used.equals(UsedValue.ANY)) {
            return said == Said.HERE ? whole(written) : JSON.objectNode();
        }
        SchemaParts all = SchemaParts.of(written);
        SchemaParts parts = used.types().contains(Type.NULL) ? all : all.withoutNull();
        boolean plain = said == Said.AROUND || parts.isPlain(used.types());
        SchemaParts own = plain && said == Said.HERE ? parts : SchemaParts.of(List.of());
        Said inside = own == parts ? Said.HERE : Said.AROUND;
        ObjectNode schema = JSON.objectNode();
        spelling.write(schema, types(own, used), own);
        if (plain) {
            own.words().orElseThrow().forEach(schema::set);
        } else {
            schema.set(carrier(written), carried.list(written));
        }
        TakenSchemas.writeXml(schema, written, xml);
        words(schema, own, used);
        if (used.types().contains(Type.OBJECT)) {
            members(schema, parts, used, inside);
        }
        if (used.types().contains(Type.ARRAY) && parts.all("prefixItems").isEmpty()) {
            items(schema, parts, used, inside);
        }
        return saysItself(schema) || said == Said.AROUND ? schema : whole(written);
    }

    /** A keyword that the schema itself does not have, so that nobody compares its parts with the whole. */
    private static String carrier(List<Node> written) {
        Node only = written.get(0).resolved();
        return written.size() == 1
                        && only.member("allOf").exists()
                        && !only.member("anyOf").exists()
                ? "anyOf"
                : "allOf";
    }

    /** All that the contract allows, where no more is known. */
    private ObjectNode whole(List<Node> written) {
        ObjectNode schema = JSON.objectNode();
        return written.isEmpty() ? schema : schema.set(carrier(written), carried.list(written));
    }

    /** Whether a schema says by itself what was sent, and does not only take in what the contract says. */
    static boolean saysItself(JsonNode schema) {
        return OWN.stream().anyMatch(schema::has);
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

    private void members(ObjectNode schema, SchemaParts parts, UsedValue used, Said said) {
        ObjectNode properties = JSON.objectNode();
        used.members().forEach((name, value) -> properties.set(name, of(parts.written(name), value, said)));
        Set<String> unsent = new TreeSet<>(parts.required()); // a dialect may let them be sent elsewhere
        unsent.removeIf(
                name -> used.members().containsKey(name) || parts.member(name).isMarked("readOnly"));
        Set<String> required = new TreeSet<>(used.always());
        if (said == Said.HERE) {
            unsent.forEach(name -> properties.set(name, whole(parts.written(name))));
            required.addAll(unsent);
            never(properties, parts, used);
        }
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        required.forEach(name -> schema.withArrayProperty("required").add(name));
        if (used.rest().isPresent()) {
            List<Node> others = parts.all("additionalProperties");
            schema.set("additionalProperties", of(others, used.rest().get(), said));
        } else if (!used.others() && (said == Said.HERE || unsent.isEmpty())) {
            schema.put("additionalProperties", false);
        }
    }

    /** Of an object that may have any other members, those that the contract declares and that were never sent. */
    private static void never(ObjectNode properties, SchemaParts parts, UsedValue used) {
        if (used.others()) {
            parts.declared().stream()
                    .filter(name -> !properties.has(name))
                    .forEach(name -> properties.putObject(name).putObject("not"));
        }
    }

    private void items(ObjectNode schema, SchemaParts parts, UsedValue used, Said said) {
        if (used.items().isPresent()) {
            schema.set("items", of(parts.all("items"), used.items().get(), said));
        } else if (!used.isAnything()
                && schema.has("type")) { // without a type it may be anything when it is read again
            schema.put("maxItems", 0);
        }
    }
}
