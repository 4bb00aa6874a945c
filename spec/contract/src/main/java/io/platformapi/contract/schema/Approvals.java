package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the {@link Approval} of a schema: one for each of its keywords, of the common ones. A schema with any other
 * keyword, or that comes back to itself for one value, is certain of nothing.
 *
 * <p>Made once for a schema; the schemas of members and items make their own when they are first asked.
 */
final class Approvals {

    /** Keywords that no value breaks, here or by what {@link ValidatorDialect} makes of them. */
    private static final Set<String> REMARKS = Set.of(
            "title",
            "description",
            "example",
            "examples",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "xml",
            "externalDocs",
            "discriminator",
            "nullable",
            "$comment",
            "$defs");

    private static final List<String> SAME_VALUE = List.of("allOf", "anyOf", "oneOf");

    private Approvals() {}

    /** Makes the check for a keyword, given its argument. */
    @FunctionalInterface
    interface Maker {
        Approval of(Node argument, Schema owner);
    }

    /** The check of a schema as it is written. */
    static Approval of(Schema schema) {
        SchemaVersion version = schema.version();
        JsonNode written = schema.written().json();
        if (!written.isObject()) {
            return written.isBoolean() && !written.booleanValue() ? Approval.NOTHING : Approval.ANYTHING;
        }
        boolean lone = version == SchemaVersion.OPENAPI_3_1 || !written.has("$ref") || written.size() == 1;
        if (!lone || returns(schema)) {
            return Approval.NOTHING;
        }
        Approval check = all(schema);
        return version == SchemaVersion.OPENAPI_3_1 ? check : value -> !value.isNull() && check.accepts(value);
    }

    private static Approval all(Schema schema) {
        List<Approval> checks = new ArrayList<>();
        for (Map.Entry<String, Node> keyword : schema.written().members().entrySet()) {
            String name = keyword.getKey();
            Maker maker = KeywordApprovals.MAKERS.get(name);
            if (maker != null) {
                checks.add(maker.of(keyword.getValue(), schema));
            } else if (!REMARKS.contains(name) && !name.startsWith("x-")) {
                return Approval.NOTHING;
            }
        }
        return all(checks);
    }

    private static Approval all(List<Approval> checks) {
        Approval[] each =
                checks.stream().filter(check -> check != Approval.ANYTHING).toArray(Approval[]::new);
        return switch (each.length) {
            case 0 -> Approval.ANYTHING;
            case 1 -> each[0];
            default ->
                value -> {
                    for (Approval check : each) {
                        if (!check.accepts(value)) {
                            return false;
                        }
                    }
                    return true;
                };
        };
    }

    /** Whether a schema is asked again of a value while it is asked of that value. */
    private static boolean returns(Schema schema) {
        Set<JsonNode> passed = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>(List.of(schema.written()));
        while (!open.isEmpty()) {
            Node node = open.pop();
            for (Node next : sameValue(node).toList()) {
                if (next.json() == schema.written().json()) {
                    return true;
                }
                if (passed.add(next.json())) {
                    open.push(next);
                }
            }
        }
        return false;
    }

    private static Stream<Node> sameValue(Node schema) {
        Stream<Node> referred = schema.isReference() ? Stream.of(schema.target()) : Stream.empty();
        return Stream.concat(referred, SAME_VALUE.stream().flatMap(union -> schema.member(union).items().stream()));
    }
}
