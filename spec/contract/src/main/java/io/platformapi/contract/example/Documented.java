package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.check.OneWay;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values that the schemas of one place give themselves.
 *
 * @param place the schemas, all of which a value has to satisfy
 * @param absent the members that the value does not have
 */
record Documented(List<Schema> place, OneWay absent) {

    private static final List<String> SINGLE = List.of("example", "default");

    /** The value that is given; missing where there is none. An inventing whim takes only what it must. */
    JsonNode value(Whim whim) {
        return place.stream()
                .flatMap(schema -> candidates(schema, whim))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private Stream<JsonNode> candidates(Schema schema, Whim whim) {
        JsonNode constant = schema.keyword("const");
        if (!constant.isMissingNode()) {
            return Stream.of(constant);
        }
        Stream<JsonNode> shown = whim.invents()
                ? Stream.empty()
                : Stream.of(Json.meant(shown(schema), schema))
                        .filter(value -> !value.isMissingNode() && isRight(value));
        return Stream.concat(shown, listed(schema.keyword("enum"), whim));
    }

    /** The values of an {@code enum} that the other schemas of the place accept, beginning anywhere; else all. */
    private Stream<JsonNode> listed(JsonNode values, Whim whim) {
        if (values.isEmpty()) {
            return Stream.empty();
        }
        int first = whim.index(values.size());
        List<JsonNode> all = IntStream.range(first, first + values.size())
                .mapToObj(index -> values.get(index % values.size()))
                .toList();
        return Stream.concat(all.stream().filter(this::isRight), all.stream());
    }

    /**
     * Examples and defaults that contradict their own schema are common; a value made of them would be wrong as a
     * whole.
     */
    private boolean isRight(JsonNode value) {
        return place.stream().allMatch(schema -> absent.faults(schema, value).isEmpty());
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
