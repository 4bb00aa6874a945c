package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.InputStreamSource;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.source.Node;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks values against schemas as they are written, through networknt's validator.
 *
 * <p>A schema is given to the validator as the whole file it stands in plus a {@code $ref} to its place, so that every
 * local reference resolves without copying; files reached by reference are resolved by address. Thread-safe.
 */
final class Validation {

    private static final Set<String> OF_MEMBERS =
            Set.of("required", "additionalProperties", "unevaluatedProperties", "dependentRequired", "propertyNames");

    private final SchemaRegistry registry;

    /** A check of the schemas of a document, and of no file that it has not led to. */
    Validation(SchemaVersion version, Node document) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(new Patterns())
                .preloadSchema(false)
                .build();
        this.registry = SchemaRegistry.withDefaultDialect(
                dialect(version),
                builder -> builder.schemaRegistryConfig(config)
                        .resourceLoaders(files -> files.add(iri -> file(document, iri.toString()))));
    }

    private static @Nullable InputStreamSource file(Node document, String address) {
        return document.tree(URI.create(address))
                .<InputStreamSource>map(tree -> () -> new ByteArrayInputStream(new Json().write(tree)))
                .orElse(null);
    }

    private static Dialect dialect(SchemaVersion version) {
        Dialect base = version == SchemaVersion.OPENAPI_3_0 ? Dialects.getOpenApi30() : Dialects.getOpenApi31();
        // a discriminator is a hint to readers and forbids nothing; networknt throws where two schemas map one name
        return Dialect.builder(base)
                .keywords(known -> known.remove("discriminator"))
                .formats(known -> {
                    known.clear();
                    Formats.ASSERTED.forEach(format -> known.put(format.getName(), format));
                })
                .build();
    }

    /** A schema in the validator's form, to be kept beside it. */
    record Compiled(com.networknt.schema.Schema form) {}

    /**
     * The first faults of a value, as many as anybody reads: of a body of one mebibyte every third byte may be one, and
     * to tell of them all takes seconds and 40 times the body.
     */
    static List<Fault> faults(Compiled schema, JsonNode value) {
        Errors errors = new Errors();
        schema.form().validate(new Bounded(schema.form(), errors), value, OutputFormat.DEFAULT);
        return errors.isEmpty()
                ? List.of()
                : Branches.relevant(errors).stream().map(Validation::fault).toList();
    }

    /** The errors of one validation, which ends when there are enough. */
    private static final class Errors extends ArrayList<Error> {

        private static final long serialVersionUID = 1L;
        private static final int MOST = 200;

        private transient @Nullable ExecutionContext context;

        @Override
        public boolean add(Error error) {
            if (context != null && size() + 1 >= MOST) {
                context.setFailFast(true);
            }
            return super.add(error);
        }
    }

    /**
     * A validation whose {@code anyOf} and {@code oneOf}, which go on to their end, keep no more of a branch either.
     */
    private static final class Bounded extends ExecutionContext {

        Bounded(com.networknt.schema.Schema schema, Errors errors) {
            super(schema.createExecutionContext().getExecutionConfig());
            errors.context = this;
            setErrors(errors);
        }

        @Override
        public void addError(Error error) {
            if (getErrors().size() < Errors.MOST) {
                super.addError(error);
            }
        }
    }

    Compiled compiled(Node node) {
        return new Compiled(compile(node));
    }

    private com.networknt.schema.Schema compile(Node node) {
        SchemaLocation location = SchemaLocation.of(node.file().uri().toString());
        if (!node.root().isObject() || node.pointer().isEmpty()) {
            return registry.getSchema(location, node.json());
        }
        ObjectNode whole = ((ObjectNode) node.root().json()).objectNode();
        whole.setAll((ObjectNode) node.root().json());
        whole.put("$ref", "#" + node.pointer().replace("%", "%25"));
        return registry.getSchema(location, whole);
    }

    private static Fault fault(Error error) {
        String keyword = error.getKeyword();
        JsonNode value = keyword(error);
        boolean missing = keyword.equals("required");
        return new Fault(
                error.getInstanceLocation() + member(error),
                keyword.equals("format") ? "format-" + value.asText() : keyword,
                Expectation.of(keyword, value),
                missing ? "nothing" : Shown.of(keyword, received(error)));
    }

    /** The step to the member itself, for the keywords that speak of one member of the object they fail on. */
    private static String member(Error error) {
        @Nullable String member = error.getProperty();
        return member == null || !OF_MEMBERS.contains(error.getKeyword()) ? "" : "/" + Node.escape(member);
    }

    private static JsonNode received(Error error) {
        @Nullable String member = error.getProperty();
        JsonNode node = error.getInstanceNode();
        return member != null && node.has(member) ? node.get(member) : node;
    }

    private static JsonNode keyword(Error error) {
        JsonNode schema = error.getSchemaNode();
        return schema == null ? MissingNode.getInstance() : schema;
    }
}
