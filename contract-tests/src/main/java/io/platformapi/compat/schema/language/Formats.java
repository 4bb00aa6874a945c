package io.platformapi.compat.schema.language;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The formats of strings that a validator can tell, each with examples. */
public final class Formats {

    private static final Map<String, List<String>> EXAMPLES = Map.ofEntries(
            Map.entry("date-time", List.of("2024-05-06T07:08:09Z", "2024-05-06T07:08:09.123Z")),
            Map.entry("date", List.of("2024-05-06")),
            Map.entry("time", List.of("07:08:09Z", "07:08:09.123Z")),
            Map.entry("duration", List.of("P1D", "PT1H30M")),
            Map.entry("email", List.of("ann@example.org", "a@b.cd", "somebody.with.a.long.name@mail.example.org")),
            Map.entry("idn-email", List.of("ann@example.org")),
            Map.entry("hostname", List.of("example.org", "a")),
            Map.entry("idn-hostname", List.of("example.org", "a")),
            Map.entry("ipv4", List.of("192.0.2.1")),
            Map.entry("ipv6", List.of("2001:db8::1", "::")),
            Map.entry("uri", List.of("https://example.org/", "http://example.org/a?b=c", "urn:a:b")),
            Map.entry("uri-reference", List.of("/a", "https://example.org/", "")),
            Map.entry("iri", List.of("https://example.org/")),
            Map.entry("iri-reference", List.of("/a")),
            Map.entry("uri-template", List.of("/a/{b}")),
            Map.entry("uuid", List.of("0f8fad5b-d9cb-469f-a165-70867728950e", "0F8FAD5B-D9CB-469F-A165-70867728950E")),
            Map.entry("json-pointer", List.of("/a", "")),
            Map.entry("relative-json-pointer", List.of("0/a", "1")),
            Map.entry("regex", List.of("a+")));

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> schemas = new HashMap<>();

    /** Whether a validator can tell. */
    public boolean knows(String format) {
        return EXAMPLES.containsKey(format);
    }

    public List<String> examples(String format) {
        return EXAMPLES.getOrDefault(format, List.of());
    }

    public boolean accepts(String format, String value) {
        return schemas.computeIfAbsent(
                        format,
                        name -> registry.getSchema(
                                JsonNodeFactory.instance.objectNode().put("format", name)))
                .validate(JsonNodeFactory.instance.textNode(value))
                .isEmpty();
    }
}
