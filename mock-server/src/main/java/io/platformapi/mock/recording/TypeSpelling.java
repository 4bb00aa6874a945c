package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import java.util.EnumSet;
import java.util.Set;

/** How a version of OpenAPI writes which types a value has. */
enum TypeSpelling {
    /** 3.0: one type, and {@code nullable}. */
    ONE {
        @Override
        void write(ObjectNode schema, Set<Type> types, SchemaParts parts) {
            Set<Type> others = narrow(types);
            boolean nullable = others.remove(Type.NULL);
            boolean onlyNull = nullable && others.isEmpty();
            if (onlyNull) {
                parts.types().ifPresent(others::addAll);
                others.remove(Type.NULL);
            }
            if (others.size() == 1) {
                schema.put("type", others.iterator().next().keyword());
            }
            if (nullable && others.size() <= 1) {
                schema.put("nullable", true);
            }
            if (onlyNull) { // behind the rest, as an enumeration stands that is read again
                schema.putArray("enum").addNull();
            }
        }
    },
    /** Since 3.1: a list, where there are several. */
    SEVERAL {
        @Override
        void write(ObjectNode schema, Set<Type> types, SchemaParts parts) {
            Set<Type> all = narrow(types);
            if (all.size() == 1) {
                schema.put("type", all.iterator().next().keyword());
            } else if (!all.isEmpty()) {
                all.forEach(type -> schema.withArray("type").add(type.keyword()));
            }
        }
    };

    /** The spelling of the version that a document is written in. */
    static TypeSpelling of(Node document) {
        return document.text("openapi", "").startsWith("3.0") ? ONE : SEVERAL;
    }

    /** Writes the types of a value; none where they are empty. */
    abstract void write(ObjectNode schema, Set<Type> types, SchemaParts parts);

    private static Set<Type> narrow(Set<Type> types) {
        Set<Type> all = EnumSet.noneOf(Type.class);
        all.addAll(types);
        if (all.contains(Type.NUMBER)) {
            all.remove(Type.INTEGER);
        }
        return all;
    }
}
