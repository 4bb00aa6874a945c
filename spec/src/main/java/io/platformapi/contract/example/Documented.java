package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.List;
import java.util.stream.Stream;

/** Values that a schema gives itself. */
final class Documented {

    private static final List<String> SINGLE = List.of("example", "default");

    private Documented() {}

    /** The value a schema gives; missing where it gives none. An inventing whim takes only what it must. */
    static JsonNode value(Schema schema, Whim whim) {
        JsonNode constant = schema.keyword("const");
        if (!constant.isMissingNode()) {
            return constant;
        }
        JsonNode shown = whim.invents() ? MissingNode.getInstance() : shown(schema);
        shown = schema.meant(shown);
        if (!shown.isMissingNode() && !isRight(schema, shown)) {
            shown = MissingNode.getInstance();
        }
        JsonNode values = schema.keyword("enum");
        return shown.isMissingNode() && !values.isEmpty() ? values.get(whim.index(values.size())) : shown;
    }

    /**
     * Examples and defaults that contradict their own schema are common; a value made of them would be wrong as a
     * whole.
     */
    private static boolean isRight(Schema schema, JsonNode value) {
        return OneWay.WRITE_ONLY.faults(schema, value).isEmpty();
    }

    /** Beside a reference or at the definition itself: what a part of {@code allOf} shows is only that part. */
    private static JsonNode shown(Schema schema) {
        boolean scalar = !schema.is(Type.OBJECT);
        return Stream.concat(
                        SINGLE.stream().map(name -> own(schema, name)),
                        Stream.of(own(schema, "examples").path(0)))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElseGet(() -> scalar ? inherited(schema) : MissingNode.getInstance());
    }

    private static JsonNode own(Schema schema, String name) {
        JsonNode beside = schema.written().json().path(name);
        return beside.isMissingNode() ? schema.node().json().path(name) : beside;
    }

    private static JsonNode inherited(Schema schema) {
        return SINGLE.stream()
                .map(schema::keyword)
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
