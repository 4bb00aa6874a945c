package io.platformapi.contract.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.schema.Below;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a value might rather be, going by the keyword that refuses it. Each is a guess, the likely ones first. */
final class Cures {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FEW = 3;
    private static final Set<String> UNWANTED = Set.of(
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
            "patternProperties",
            "unevaluatedItems",
            "additionalItems",
            "items",
            "prefixItems",
            "not",
            "false",
            "enum",
            "const",
            "type");

    private final Function<List<Schema>, JsonNode> maker;
    private final TextCures texts;

    /** @param maker makes a value for the schemas of a place */
    Cures(Function<List<Schema>, JsonNode> maker, Whim whim) {
        this.maker = maker;
        this.texts = new TextCures(whim);
    }

    /** Whether a keyword may mean that the value should not be there at all. */
    boolean isUnwanted(Breach.OfKeyword breach) {
        return UNWANTED.contains(breach.keyword());
    }

    /** What might stand where nothing does. */
    Stream<JsonNode> missing(List<Schema> place) {
        Stream<JsonNode> made = place.isEmpty() ? Stream.empty() : Stream.of(maker.apply(place));
        return Stream.concat(made, plain());
    }

    private static Stream<JsonNode> plain() {
        return Stream.of(
                JSON.textNode("string"),
                JSON.numberNode(0),
                JSON.booleanNode(true),
                JSON.objectNode(),
                JSON.arrayNode(),
                JSON.nullNode());
    }

    /** What a value might be instead, where the schemas of its place are known. */
    Stream<JsonNode> of(Breach.OfKeyword breach, JsonNode value, List<Schema> place) {
        return Stream.of(
                        ofKeyword(breach, value, place),
                        branches("anyOf", value, place),
                        branches("oneOf", value, place))
                .flatMap(each -> each);
    }

    private Stream<JsonNode> ofKeyword(Breach.OfKeyword breach, JsonNode value, List<Schema> place) {
        JsonNode limit = breach.limit();
        return switch (breach.keyword()) {
            case "type" -> Stream.concat(missing(place), plain());
            case "const" -> Stream.of(limit);
            case "enum" -> elements(limit);
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
                NumberCures.of(breach.keyword(), limit, value);
            case "minLength", "maxLength", "pattern", "format" ->
                texts.of(breach.keyword(), limit, value.asText()).map(JSON::textNode);
            case "minItems", "contains", "minContains" -> longer(value, place);
            case "maxItems" -> shorter(value);
            case "maxContains" ->
                Stream.of(shorter(value), varied(value), othersBehindTheFirst(value))
                        .flatMap(each -> each);
            case "uniqueItems" -> Stream.concat(shorter(value), varied(value));
            case "minProperties" -> Stream.concat(declared(value, place), larger(value));
            case "maxProperties" -> smaller(value);
            case "dependentRequired" -> named(limit, value);
            default -> Stream.concat(neighbours(value, place), ofOtherTypes(value));
        };
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The value with what a branch of a union would have. */
    private Stream<JsonNode> branches(String union, JsonNode value, List<Schema> place) {
        return place.stream()
                .flatMap(schema -> schema.parts().stream())
                .flatMap(part -> Below.alternatives(part, union).stream())
                .map(branch -> merged(value, maker.apply(List.of(branch))));
    }

    private static JsonNode merged(JsonNode value, JsonNode more) {
        return value instanceof ObjectNode object && more instanceof ObjectNode other
                ? object.deepCopy().setAll(other)
                : more;
    }

    /** Values that differ a little. */
    private Stream<JsonNode> neighbours(JsonNode value, List<Schema> place) {
        return switch (value.getNodeType()) {
            case OBJECT ->
                Stream.of(smaller(value), declared(value, place), changed((ObjectNode) value), larger(value))
                        .flatMap(each -> each);
            case ARRAY ->
                Stream.of(shorter(value), longer(value, place), varied(value)).flatMap(each -> each);
            case NUMBER -> NumberCures.around(value);
            case STRING -> texts.around(value.asText()).map(JSON::textNode);
            case BOOLEAN -> Stream.concat(Stream.of(JSON.booleanNode(!value.booleanValue())), plain());
            default -> plain();
        };
    }

    /** A few values like one, and one of each other type. */
    private Stream<JsonNode> others(JsonNode value) {
        Stream<JsonNode> near = value.isContainerNode()
                ? Stream.empty()
                : neighbours(value, List.of()).limit(FEW);
        return Stream.concat(near, ofOtherTypes(value));
    }

    private static Stream<JsonNode> ofOtherTypes(JsonNode value) {
        return plain().filter(other -> other.getNodeType() != value.getNodeType());
    }

    private Stream<JsonNode> changed(ObjectNode object) {
        return object.properties().stream()
                .flatMap(member ->
                        others(member.getValue()).map(other -> object.deepCopy().set(member.getKey(), other)));
    }

    private static Stream<JsonNode> smaller(JsonNode value) {
        return value.properties().stream()
                .map(member -> ((ObjectNode) value).deepCopy().without(member.getKey()));
    }

    private Stream<JsonNode> declared(JsonNode value, List<Schema> place) {
        Demands demands = new Demands(place, branches -> branches.stream().findFirst());
        return demands.declared().stream()
                .filter(name -> !value.has(name))
                .map(name -> with(value, name, maker.apply(demands.member(name))));
    }

    private static Stream<JsonNode> larger(JsonNode value) {
        return Stream.of(with(value, "property" + value.size(), JSON.textNode("string")));
    }

    private static Stream<JsonNode> named(JsonNode limit, JsonNode value) {
        Stream<JsonNode> names = limit.isObject()
                ? limit.properties().stream().map(each -> each.getValue()).flatMap(Cures::elements)
                : elements(limit);
        return names.map(JsonNode::asText)
                .filter(name -> !value.has(name))
                .map(name -> with(value, name, JSON.textNode("string")));
    }

    private static JsonNode with(JsonNode value, String name, JsonNode member) {
        return value instanceof ObjectNode object ? object.deepCopy().set(name, member) : value;
    }

    private Stream<JsonNode> longer(JsonNode value, List<Schema> place) {
        if (!(value instanceof ArrayNode array)) {
            return Stream.empty();
        }
        Demands demands = new Demands(place, branches -> branches.stream().findFirst());
        List<Schema> contained = demands.below("contains");
        List<List<Schema>> kinds = new ArrayList<>();
        if (!contained.isEmpty()) {
            kinds.add(Stream.concat(demands.item(array.size()).stream(), contained.stream())
                    .toList());
        }
        kinds.add(demands.item(array.size()));
        return kinds.stream()
                .map(maker)
                .flatMap(item -> Stream.of(array.deepCopy().add(item), led(array, item)));
    }

    private static JsonNode led(ArrayNode array, JsonNode item) {
        ArrayNode led = array.deepCopy();
        return array.isEmpty() ? led.add(item) : led.set(0, item);
    }

    private static Stream<JsonNode> othersBehindTheFirst(JsonNode value) {
        return plain().map(other -> {
            ArrayNode array = value.deepCopy();
            for (int i = 1; i < array.size(); i++) {
                array.set(i, other);
            }
            return array;
        });
    }

    private static Stream<JsonNode> shorter(JsonNode value) {
        return IntStream.iterate(value.size() - 1, index -> index >= 0, index -> index - 1)
                .mapToObj(index -> {
                    ArrayNode copy = value.deepCopy();
                    copy.remove(index);
                    return copy;
                });
    }

    private Stream<JsonNode> varied(JsonNode value) {
        return IntStream.range(0, value.size())
                .boxed()
                .flatMap(index -> neighbours(value.get(index), List.of())
                        .limit(3)
                        .map(other -> {
                            ArrayNode copy = value.deepCopy();
                            copy.set(index, other);
                            return copy;
                        }));
    }
}
