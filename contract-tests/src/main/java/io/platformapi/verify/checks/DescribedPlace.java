package io.platformapi.verify.checks;

import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.source.Node;

/** Finds where a document describes a place of a value. */
final class DescribedPlace {

    private DescribedPlace() {}

    /** The definition of the member at a pointer, or of the closest one around it that has one. */
    static Node of(Schema schema, String pointer) {
        Schema at = schema;
        for (String name : Node.tokens(pointer)) {
            Schema member = at.properties().get(name);
            if (member == null && !name.matches("\\d+")) {
                return at.node();
            }
            at = member == null ? at.items() : member;
        }
        return at.written();
    }
}
