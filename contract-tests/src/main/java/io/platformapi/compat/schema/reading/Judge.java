package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.schema.KnownFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The validator of one document's schemas, which shares no code with the search and has the last word on its values.
 */
public final class Judge {

    private static final int MOST_SCHEMAS = 50;

    private final Standalone standalone;
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .formats(known ->
                    KnownFormat.names().forEach(name -> known.computeIfAbsent(name, any -> new Registered(name))))
            .build();

    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            DIALECT,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(regex -> RegexFinder.of(regex)::finds)
                    .preloadSchema(false)
                    .build()));
    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    /** A format that OpenAPI's registry adds to those of JSON Schema, and the validator does not know. */
    private record Registered(String name) implements Format {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
            return KnownFormat.named(name).orElseThrow().accepts(value);
        }
    }

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
