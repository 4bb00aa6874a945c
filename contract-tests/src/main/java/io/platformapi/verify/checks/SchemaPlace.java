package io.platformapi.verify.checks;

import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;

/** Finds where a document describes a place of a value. */
final class SchemaPlace {

    private SchemaPlace() {}

    /** The definition of the member at a pointer, or of the closest one around it that has one. */
    static Node of(Schema schema, String pointer) {
        Schema at = schema;
        for (String token :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~");
            Schema member = at.properties().get(name);
            if (member == null && !name.matches("\\d+")) {
                return at.node();
            }
            at = member == null ? at.items() : member;
        }
        return at.written();
    }
}
