package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * What a member says of itself besides the schema that it refers to: beside the {@code $ref}, as a contract has it, or
 * around it, where readers of OpenAPI 3.0 see it, too. The two mean the same.
 */
final class MemberWords {

    private static final String REFERENCE = "$ref";
    private static final String AROUND = "allOf";

    private final Derivation derivation;

    MemberWords(Derivation derivation) {
        this.derivation = derivation;
    }

    /** Schemas with the words beside the references. */
    ObjectNode beside(JsonNode schemas) {
        return changed(schemas, this::beside);
    }

    /** Schemas with the words around the references. */
    ObjectNode around(JsonNode schemas) {
        return changed(schemas, this::around);
    }

    private ObjectNode beside(ObjectNode member) {
        JsonNode only = member.path(AROUND).path(0);
        boolean refers = member.path(AROUND).size() == 1 && only.size() == 1 && only.has(REFERENCE);
        if (refers) {
            member.remove(AROUND);
            member.set(REFERENCE, only.path(REFERENCE));
        }
        return member;
    }

    private ObjectNode around(ObjectNode member) {
        if (member.has(REFERENCE) && member.has("description")) {
            JsonNode reference = member.remove(REFERENCE);
            member.putArray(AROUND).addObject().set(REFERENCE, reference);
        }
        return member;
    }

    private ObjectNode changed(JsonNode schemas, UnaryOperator<ObjectNode> change) {
        ObjectNode all = derivation.like(schemas);
        schemas.properties().forEach(schema -> all.set(schema.getKey(), schema(schema.getValue(), change)));
        return all;
    }

    private JsonNode schema(JsonNode schema, UnaryOperator<ObjectNode> change) {
        if (!schema.path("properties").isObject()) {
            return schema;
        }
        ObjectNode copy = derivation.copyOf(schema);
        ObjectNode members = derivation.like(schema.path("properties"));
        schema.path("properties")
                .properties()
                .forEach(member -> members.set(
                        member.getKey(),
                        member.getValue().isObject()
                                ? change.apply(derivation.copyOf(member.getValue()))
                                : member.getValue()));
        copy.set("properties", members);
        return copy;
    }
}
