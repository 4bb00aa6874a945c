package io.platformapi.lint;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.schema.SchemaVersion;
import io.platformapi.contract.source.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Keywords of a schema that say nothing where they stand. */
final class IdleRules {

    private static final Map<String, Set<String>> TYPES = types();

    /** Keywords that say nothing where another is missing. */
    private static final Map<String, String> NEEDED =
            Map.of("then", "if", "else", "if", "minContains", "contains", "maxContains", "contains");

    private IdleRules() {}

    private static Map<String, Set<String>> types() {
        Map<String, Set<String>> types = new HashMap<>();
        Stream.of("minLength", "maxLength", "pattern").forEach(each -> types.put(each, Set.of("string")));
        Stream.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
                .forEach(each -> types.put(each, Set.of("number", "integer")));
        Stream.of("items", "minItems", "maxItems", "uniqueItems", "prefixItems", "contains")
                .forEach(each -> types.put(each, Set.of("array")));
        Stream.of(
                        "properties",
                        "required",
                        "minProperties",
                        "maxProperties",
                        "additionalProperties",
                        "patternProperties")
                .forEach(each -> types.put(each, Set.of("object")));
        return Map.copyOf(types);
    }

    static Stream<Offence> idle(Contract contract) {
        return Stream.concat(ofSchemas(contract), defaults(contract));
    }

    private static Stream<Offence> ofSchemas(Contract contract) {
        return KeywordRules.schemas(contract)
                .flatMap(schema -> Stream.of(
                                ofOtherTypes(schema),
                                alone(schema),
                                exclusive(schema),
                                wrapped(schema),
                                nullable(schema, contract))
                        .flatMap(offences -> offences));
    }

    /** Defaults of what is always given. */
    private static Stream<Offence> defaults(Contract contract) {
        return Spots.written(contract.document()).of(Kind.PARAMETER).stream()
                .filter(parameter -> parameter.flag("required"))
                .map(parameter -> parameter.member("schema").member("default"))
                .filter(Node::exists)
                .map(value -> new Offence(
                        value,
                        "\"default\" says nothing of a parameter that is always given.",
                        "leave it out, or make the parameter optional"));
    }

    /** Up to 3.0 they are flags of a limit. */
    private static Stream<Offence> exclusive(Node schema) {
        return Stream.of("Minimum", "Maximum")
                .filter(limit ->
                        schema.flag("exclusive" + limit) && !schema.json().has(limit.toLowerCase(Locale.ROOT)))
                .map(limit -> new Offence(
                        schema.member("exclusive" + limit),
                        "\"exclusive" + limit + "\" says nothing without \"" + limit.toLowerCase(Locale.ROOT) + "\".",
                        "write the other, or leave it out"));
    }

    private static Stream<Offence> wrapped(Node schema) {
        Node wrapped = schema.member("xml").member("wrapped");
        List<String> types = KeywordRules.types(schema.member("type"));
        return !wrapped.exists() || types.isEmpty() || types.contains("array")
                ? Stream.empty()
                : Stream.of(new Offence(
                        wrapped,
                        "\"wrapped\" says nothing about a value of type " + String.join(" or ", types) + ".",
                        "leave it out, or correct the type"));
    }

    private static Stream<Offence> alone(Node schema) {
        return NEEDED.entrySet().stream()
                .filter(pair ->
                        schema.json().has(pair.getKey()) && !schema.json().has(pair.getValue()))
                .map(pair -> new Offence(
                        schema.member(pair.getKey()),
                        "\"" + pair.getKey() + "\" says nothing without \"" + pair.getValue() + "\".",
                        "write the other, or leave it out"));
    }

    /** In 3.0 {@code nullable} adds null to a type, and no value to an enum. */
    private static Stream<Offence> nullable(Node schema, Contract contract) {
        if (contract.schemas().version() != SchemaVersion.OPENAPI_3_0 || !schema.flag("nullable")) {
            return Stream.empty();
        }
        Node nullable = schema.member("nullable");
        List<Node> values = schema.member("enum").items();
        if (!values.isEmpty() && values.stream().noneMatch(value -> value.json().isNull())) {
            return Stream.of(new Offence(
                    nullable,
                    "\"nullable\" says nothing: the enum has no null.",
                    "write null into the enum, too, or leave nullable out"));
        }
        boolean bare =
                Stream.of("type", "$ref", "allOf", "oneOf", "anyOf", "enum").noneMatch(schema.json()::has);
        return bare
                ? Stream.of(new Offence(
                        nullable,
                        "\"nullable\" says nothing where the schema has no \"type\".",
                        "write the type, or leave nullable out"))
                : Stream.empty();
    }

    private static Stream<Offence> ofOtherTypes(Node schema) {
        List<String> types = KeywordRules.types(schema.member("type"));
        return schema.members().values().stream()
                .filter(keyword -> !types.isEmpty()
                        && TYPES.containsKey(keyword.name())
                        && types.stream().noneMatch(TYPES.get(keyword.name())::contains))
                .map(keyword -> new Offence(
                        keyword,
                        "\"" + keyword.name() + "\" says nothing about a value of type " + String.join(" or ", types)
                                + ".",
                        "leave it out, or correct the type"));
    }
}
