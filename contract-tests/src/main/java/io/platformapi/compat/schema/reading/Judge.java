package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.platformapi.contract.pattern.RegexFinder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The validator of one document's schemas, which shares no code with the search and has the last word on its values.
 */
public final class Judge {

    private static final int MOST_SCHEMAS = 50;

    private final Standalone standalone;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(regex -> RegexFinder.of(regex)::finds)
                    .preloadSchema(false)
                    .build()));
    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    public Judge(Standalone standalone) {
        this.standalone = standalone;
    }

    /** Whether a value satisfies a schema. */
    public boolean accepts(References.Located schema, JsonNode value) {
        Schema known = schemas.get(schema.pointer());
        if (known == null) {
            known = registry.getSchema(standalone.of(schema.schema(), schema.pointer()));
            if (schemas.size() >= MOST_SCHEMAS) {
                schemas.clear();
            }
            schemas.put(schema.pointer(), known);
        }
        return known.validate(value).isEmpty();
    }
}
