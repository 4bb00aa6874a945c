package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The types that the values of a schema may have. */
final class Typed {

    private final Set<Type> found = EnumSet.noneOf(Type.class);
    private final Set<JsonNode> passed = Collections.newSetFromMap(new IdentityHashMap<>());

    private Typed() {}

    static Set<Type> types(Schema schema) {
        Typed typed = new Typed();
        typed.collect(schema);
        return typed.found;
    }

    /** The types of a schema, or of the variants that say one in its place; these may be unions of one another. */
    private void collect(Schema schema) {
        Set<Type> own = EnumSet.noneOf(Type.class);
        schema.parts().forEach(part -> own.addAll(named(part)));
        if (own.isEmpty() && passed.add(schema.node().json())) {
            schema.variants().forEach(this::collect);
        }
        found.addAll(own);
    }

    private static Set<Type> named(Schema part) {
        Set<Type> named = EnumSet.noneOf(Type.class);
        JsonNode type = part.node().json().path("type");
        (type.isArray() ? type : List.of(type))
                .forEach(name -> Type.named(name.asText()).ifPresent(named::add));
        if (!named.isEmpty() && part.node().flag("nullable") && part.version() == SchemaVersion.OPENAPI_3_0) {
            named.add(Type.NULL);
        }
        return named.isEmpty() ? Hints.types(part.node().json()) : named;
    }
}
