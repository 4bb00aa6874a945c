package io.platformapi.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.schema.KnownFormat;
import io.platformapi.contract.schema.SchemaVersion;
import io.platformapi.contract.schema.Shown;
import io.platformapi.contract.schema.TextFormat;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which keywords of a schema contradict each other. */
final class KeywordRules {

    /** Those that the registry has for numbers alone; a text may be an {@code int64} or a {@code decimal}. */
    private static final Set<String> OF_NUMBERS =
            Set.of("int8", "int16", "int32", "uint8", "uint16", "uint32", "float", "double", "double-int");

    /** Those of OpenAPI's registry that say nothing that could be checked. */
    private static final Set<String> REMARKS = Set.of(
            "binary",
            "commonmark",
            "decimal",
            "decimal128",
            "double",
            "float",
            "html",
            "http-date",
            "media-range",
            "password",
            "sf-binary",
            "sf-boolean",
            "sf-decimal",
            "sf-integer",
            "sf-string",
            "sf-token",
            "unixtime");

    private static final Map<String, String> LIMITS = Map.of(
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "minContains",
            "maxContains");

    private KeywordRules() {}

    static Stream<Offence> bounds(Contract contract) {
        return schemas(contract)
                .flatMap(schema -> Stream.of(
                                LIMITS.entrySet().stream()
                                        .flatMap(pair -> crossed(schema, pair.getKey(), pair.getValue()).stream()),
                                Stream.of("minimum", "exclusiveMinimum")
                                        .flatMap(least -> Stream.of("maximum", "exclusiveMaximum")
                                                .flatMap(most -> crossed(schema, least, most).stream())),
                                withoutType(schema).stream())
                        .flatMap(offences -> offences));
    }

    /** Where the parts of an {@code allOf} leave no type; one that takes null beside its type may mean that. */
    private static Optional<Offence> withoutType(Node schema) {
        List<Node> parts = Stream.concat(Stream.of(schema), schema.member("allOf").items().stream())
                .map(Node::resolved)
                .toList();
        Set<String> left = new TreeSet<>();
        boolean first = true;
        for (Node part : parts) {
            Set<String> types = new TreeSet<>(types(part.member("type")));
            if (part.flag("nullable")) {
                return Optional.empty();
            }
            if (types.contains("number")) {
                types.add("integer");
            }
            if (!types.isEmpty() && first) {
                left.addAll(types);
                first = false;
            } else if (!types.isEmpty()) {
                left.retainAll(types);
            }
        }
        return first || !left.isEmpty()
                ? Optional.empty()
                : Optional.of(new Offence(
                        schema.member("allOf"),
                        "No value matches: the parts of the allOf are of types that exclude each other.",
                        "take oneOf, or correct a type"));
    }

    private static Optional<Offence> crossed(Node schema, String least, String most) {
        JsonNode low = schema.json().path(least);
        JsonNode high = schema.json().path(most);
        if (!low.isNumber() || !high.isNumber()) {
            return Optional.empty();
        }
        int order = low.decimalValue().compareTo(high.decimalValue());
        boolean open = Stream.of(least, most, "exclusiveMinimum", "exclusiveMaximum")
                .anyMatch(name -> name.startsWith("exclusive")
                        && (name.equals(least) || name.equals(most) || isOn(schema, name, least)));
        return order > 0 || order == 0 && open
                ? Optional.of(new Offence(
                        schema.member(least),
                        "No value matches: " + least + " " + low.asText() + " and " + most + " " + high.asText() + ".",
                        "turn them round, or correct one"))
                : Optional.empty();
    }

    /** Up to 3.0 {@code exclusiveMinimum: true} stands beside {@code minimum}. */
    private static boolean isOn(Node schema, String flag, String least) {
        return least.equals("minimum") && schema.json().path(flag).isBoolean() && schema.flag(flag);
    }

    static Stream<Offence> bothWays(Contract contract) {
        return schemas(contract)
                .filter(schema -> schema.flag("readOnly") && schema.flag("writeOnly"))
                .map(schema -> new Offence(
                        schema.member("writeOnly"),
                        "A member that is readOnly and writeOnly travels neither way.",
                        "leave one out"));
    }

    static Stream<Offence> twice(Contract contract) {
        return schemas(contract)
                .flatMap(
                        schema -> Stream.of("enum", "required", "type", "oneOf").map(schema::member))
                .flatMap(list -> {
                    Set<JsonNode> seen = new HashSet<>();
                    return list.items().stream()
                            .filter(item -> !seen.add(item.json()))
                            .map(item -> new Offence(
                                    item,
                                    Shown.of(item.json()) + " stands twice in \"" + list.name() + "\".",
                                    "remove one"));
                });
    }

    static Stream<Offence> formats(Contract contract) {
        return Stream.concat(unknownFormats(contract), formatsOfOthers(contract));
    }

    /** A format of texts says nothing about a number, nor one of numbers about a text. */
    private static Stream<Offence> formatsOfOthers(Contract contract) {
        return schemas(contract)
                .filter(schema -> schema.text("type", "").matches("integer|number|boolean")
                                && KnownFormat.named(schema.text("format", "")).orElse(null) instanceof TextFormat
                        || schema.text("type", "").matches("string|boolean")
                                && OF_NUMBERS.contains(schema.text("format", "")))
                .map(schema -> new Offence(
                        schema.member("format"),
                        "The format " + Shown.of(schema.json().get("format")) + " says nothing about a value of type "
                                + schema.text("type", "") + ".",
                        "leave it out, or correct the type"));
    }

    private static Stream<Offence> unknownFormats(Contract contract) {
        Set<String> known = new TreeSet<>(REMARKS);
        KnownFormat.names().forEach(known::add);
        return schemas(contract)
                .map(schema -> schema.member("format"))
                .filter(format -> format.json().isTextual()
                        && !known.contains(format.json().asText()))
                .map(format -> new Offence(
                        format,
                        "The format " + Shown.of(format.json()) + " is none that OpenAPI's registry knows"
                                + told(Suggestion.of(format.json().asText(), known)),
                        "take one of the registry, or say what it means in the description"));
    }

    private static String told(String suggestion) {
        return suggestion.isEmpty() ? "." : suggestion;
    }

    static Stream<Offence> listsOfAnything(Contract contract) {
        return schemas(contract)
                .filter(schema -> contract.schemas().version() == SchemaVersion.OPENAPI_3_0
                        && schema.text("type", "").equals("array")
                        && Stream.of("items", "allOf", "anyOf", "oneOf", "$ref").noneMatch(schema.json()::has))
                .map(schema -> new Offence(
                        schema,
                        "A list has no \"items\".",
                        "say what its items are; items: {} if they may be anything"));
    }

    static List<String> types(Node type) {
        List<String> types = new ArrayList<>();
        type.items().forEach(item -> types.add(item.json().asText()));
        return type.json().isTextual() ? List.of(type.json().asText()) : types;
    }

    static Stream<Node> schemas(Contract contract) {
        return Spots.written(contract.document()).of(Kind.SCHEMA).stream();
    }
}
