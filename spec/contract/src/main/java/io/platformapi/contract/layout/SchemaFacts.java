package io.platformapi.contract.layout;

import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a schema has to be, beside what {@code contract.keyword} knows of its keywords. */
final class SchemaFacts {

    private SchemaFacts() {}

    static Stream<Slip> schema(Node schema, String version) {
        boolean old = version.equals("2.0") || version.equals("3.0");
        List<Slip> slips = new ArrayList<>();
        Node type = schema.member("type");
        if (old && (type.json().isArray() || type.json().asText().equals("null"))) {
            slips.add(slip(
                    type,
                    "\"type\" of a schema takes one type in OpenAPI " + version + ", and no null; it is read as later"
                            + " versions have it; write " + (version.equals("2.0") ? "x-nullable" : "nullable")
                            + ": true"));
        }
        if (isEmpty(schema.member("enum"))) {
            slips.add(slip(schema.member("enum"), "\"enum\" of a schema takes a list of at least one value, not []"));
        }
        if (old && isEmpty(schema.member("required"))) {
            slips.add(slip(
                    schema.member("required"), "\"required\" of a schema takes a list of at least one name, not []"));
        }
        return slips.stream();
    }

    private static Slip slip(Node node, String message) {
        return new Slip(node, "field-value", message);
    }

    private static boolean isEmpty(Node list) {
        return list.json().isArray() && list.json().isEmpty();
    }
}
