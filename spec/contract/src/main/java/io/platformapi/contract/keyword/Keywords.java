package io.platformapi.contract.keyword;

import static io.platformapi.contract.keyword.Argument.ADDRESS;
import static io.platformapi.contract.keyword.Argument.ANCHOR;
import static io.platformapi.contract.keyword.Argument.COUNT;
import static io.platformapi.contract.keyword.Argument.FLAG;
import static io.platformapi.contract.keyword.Argument.LIST;
import static io.platformapi.contract.keyword.Argument.NAMES;
import static io.platformapi.contract.keyword.Argument.NAMES_BY_NAME;
import static io.platformapi.contract.keyword.Argument.NUMBER;
import static io.platformapi.contract.keyword.Argument.OBJECT;
import static io.platformapi.contract.keyword.Argument.ONLY_SCHEMAS;
import static io.platformapi.contract.keyword.Argument.PATTERN;
import static io.platformapi.contract.keyword.Argument.POSITIVE;
import static io.platformapi.contract.keyword.Argument.SCHEMA;
import static io.platformapi.contract.keyword.Argument.SCHEMAS;
import static io.platformapi.contract.keyword.Argument.SCHEMAS_BY_NAME;
import static io.platformapi.contract.keyword.Argument.SCHEMAS_BY_PATTERN;
import static io.platformapi.contract.keyword.Argument.TEXT;
import static io.platformapi.contract.keyword.Argument.TYPE;

import io.platformapi.contract.schema.SchemaVersion;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What each keyword of a schema takes, in each dialect. Keywords that take anything are not among them. */
final class Keywords {

    private static final Map<SchemaVersion, Map<String, Argument>> ARGUMENTS = arguments();

    private Keywords() {}

    static Optional<Argument> argument(SchemaVersion version, String keyword) {
        return Optional.ofNullable(ARGUMENTS.getOrDefault(version, Map.of()).get(keyword));
    }

    private static Map<SchemaVersion, Map<String, Argument>> arguments() {
        Map<String, Argument> both = new HashMap<>();
        put(both, NUMBER, "minimum", "maximum");
        put(both, POSITIVE, "multipleOf");
        put(both, COUNT, "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties");
        put(both, FLAG, "uniqueItems", "readOnly", "writeOnly", "deprecated");
        put(both, TEXT, "$ref", "format");
        put(both, PATTERN, "pattern");
        put(both, TYPE, "type");
        put(both, LIST, "enum");
        put(both, NAMES, "required");
        put(both, OBJECT, "discriminator", "xml");
        put(both, SCHEMA, "not", "items", "additionalProperties");
        put(both, SCHEMAS, "allOf", "anyOf");
        put(both, ONLY_SCHEMAS, "oneOf");
        put(both, SCHEMAS_BY_NAME, "properties");

        Map<String, Argument> old = new HashMap<>(both);
        put(old, FLAG, "nullable", "exclusiveMinimum", "exclusiveMaximum");

        Map<String, Argument> now = new HashMap<>(both);
        put(now, NUMBER, "exclusiveMinimum", "exclusiveMaximum");
        put(now, COUNT, "minContains", "maxContains");
        put(now, TEXT, "contentEncoding", "contentMediaType");
        put(now, ANCHOR, "$anchor", "$dynamicAnchor");
        put(now, ADDRESS, "$id", "$dynamicRef", "$schema");
        put(now, LIST, "examples");
        put(now, NAMES_BY_NAME, "dependentRequired");
        put(now, SCHEMA, "if", "then", "else", "contains", "propertyNames", "contentSchema");
        put(now, SCHEMA, "unevaluatedProperties", "unevaluatedItems");
        put(now, SCHEMAS, "prefixItems");
        put(now, SCHEMAS_BY_NAME, "$defs", "dependentSchemas");
        put(now, SCHEMAS_BY_PATTERN, "patternProperties");

        Map<SchemaVersion, Map<String, Argument>> arguments = new EnumMap<>(SchemaVersion.class);
        arguments.put(SchemaVersion.OPENAPI_3_0, Map.copyOf(old));
        arguments.put(SchemaVersion.OPENAPI_3_1, Map.copyOf(now));
        return arguments;
    }

    private static void put(Map<String, Argument> arguments, Argument argument, String... keywords) {
        Stream.of(keywords).forEach(keyword -> arguments.put(keyword, argument));
    }
}
