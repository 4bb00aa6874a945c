package io.platformapi.compat.change;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keywords of schemas, by what is inside them. */
final class KeywordSorts {

    /** Texts and examples, which no message shows. */
    static final Set<String> DESCRIBING = Set.of(
            "title",
            "summary",
            "description",
            "default",
            "example",
            "examples",
            "deprecated",
            "externalDocs",
            "$comment",
            "xml");

    /** Those that say where other schemas are, and nothing of values. */
    static final Set<String> NAMING =
            Set.of("$defs", "definitions", "$id", "$anchor", "$dynamicAnchor", "$schema", "$vocabulary", "id");

    /** Those that hold one schema each, with the way from a value to what the schema is about. */
    static final Map<String, String> SCHEMAS = Map.ofEntries(
            Map.entry("items", "/*"),
            Map.entry("additionalItems", "/*"),
            Map.entry("unevaluatedItems", "/*"),
            Map.entry("contains", "/*"),
            Map.entry("additionalProperties", "/*"),
            Map.entry("unevaluatedProperties", "/*"),
            Map.entry("propertyNames", ""),
            Map.entry("not", ""),
            Map.entry("if", ""),
            Map.entry("then", ""),
            Map.entry("else", ""));

    /** Those that list values. */
    static final List<String> LISTS = List.of("enum", "x-extensible-enum");

    /** Those that hold a schema for each branch. */
    static final List<String> UNIONS = List.of("oneOf", "anyOf");

    /** Those that are looked at together with others. */
    static final Set<String> JOINED =
            Set.of("type", "nullable", "const", "required", "properties", "patternProperties", "prefixItems");

    /** What it means if the keyword is not there, as JSON. */
    static final Map<String, String> ABSENT = Map.ofEntries(
            Map.entry("uniqueItems", "false"),
            Map.entry("readOnly", "false"),
            Map.entry("writeOnly", "false"),
            Map.entry("deprecated", "false"),
            Map.entry("minLength", "0"),
            Map.entry("minItems", "0"),
            Map.entry("minProperties", "0"),
            Map.entry("minContains", "1"),
            Map.entry("additionalProperties", "true"),
            Map.entry("items", "true"));

    private KeywordSorts() {}
}
