package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.path.PathType;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Approvals values against schemas as they are written, through networknt's validator.
 *
 * <p>The validator asks us where each reference leads: it knows no file, no address and no name of a schema that the
 * reader of the document does not know. A schema is compiled once, whoever refers to it. Thread-safe.
 */
final class Validation {

    private static final Set<String> OF_MEMBERS =
            Set.of("required", "additionalProperties", "unevaluatedProperties", "dependentRequired", "propertyNames");

    private static final JsonNode ANYTHING = JsonNodeFactory.instance.objectNode();
    private static final JsonNode NOTHING =
            JsonNodeFactory.instance.objectNode().set("not", ANYTHING);

    private final SchemaVersion version;
    private final Node document;
    private final SchemaContext context;
    private final Map<String, com.networknt.schema.Schema> schemas = new ConcurrentHashMap<>();

    /** A check of the schemas of a document, and of no file that it has not led to. */
    Validation(SchemaVersion version, Node document) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(regex -> RegexFinder.of(regex)::finds)
                .preloadSchema(false)
                .build();
        Dialect dialect = ValidatorDialect.of(version, this::referred);
        this.version = version;
        this.document = document;
        this.context = new SchemaContext(
                dialect, SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config)));
    }

    /** A schema in the validator's form, to be kept beside it. */
    record Compiled(com.networknt.schema.Schema form, Branches branches) {}

    /**
     * The first faults of a value, as many as anybody reads: of a body of one mebibyte every third byte may be one, and
     * to tell of them all takes seconds and 40 times the body.
     */
    static List<Fault> faults(Compiled schema, JsonNode value) {
        List<Error> errors = errors(schema, value);
        return errors.isEmpty()
                ? List.of()
                : schema.branches().relevant(errors).stream()
                        .map(Validation::fault)
                        .toList();
    }

    /** What the validator finds, of all branches of unions. */
    static List<Error> errors(Compiled schema, JsonNode value) {
        Errors errors = new Errors();
        schema.form().validate(new Bounded(schema.form(), errors), value, OutputFormat.DEFAULT);
        return errors;
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
    static final class Bounded extends ExecutionContext {

        private final Rounds rounds = new Rounds();

        Bounded(com.networknt.schema.Schema schema, Errors errors) {
            super(schema.createExecutionContext().getExecutionConfig());
            errors.context = this;
            setErrors(errors);
        }

        /** The references that are being followed. */
        Rounds rounds() {
            return rounds;
        }

        @Override
        public void setErrors(List<Error> errors) {
            super.setErrors(errors instanceof KeptErrors ? errors : new KeptErrors(errors));
        }

        @Override
        public void addError(Error error) {
            if (getErrors().size() < Errors.MOST) {
                super.addError(error);
            }
        }
    }

    Compiled compiled(Node node) {
        return new Compiled(compile(node), new Branches(this::owner));
    }

    private com.networknt.schema.Schema referred(String file, String reference) {
        return compile(node(file, reference));
    }

    private Node node(String file, String reference) {
        boolean own = document.file().uri().toString().equals(file);
        return (own ? document.root() : document.referred(file)).referred(reference);
    }

    /** The schema in which the keyword stands that an error is of. */
    private Node owner(Error error) {
        String keyword = error.getSchemaLocation().toString();
        int pointer = keyword.indexOf('#');
        return node(keyword.substring(0, pointer), keyword.substring(pointer, keyword.lastIndexOf('/')));
    }

    private com.networknt.schema.Schema compile(Node node) {
        boolean readable = node.isObject() || node.json().isBoolean() && version == SchemaVersion.OPENAPI_3_1;
        JsonNode schema = readable ? node.json() : node.json().equals(BooleanNode.FALSE) ? NOTHING : ANYTHING;
        return schemas.computeIfAbsent(
                node.file().uri() + "#" + node.pointer().replace("%", "%25"),
                address -> context.newSchema(SchemaLocation.of(address), schema, null));
    }

    private static Fault fault(Error error) {
        boolean missing = error.getKeyword().equals("required");
        return Fault.of(
                error.getInstanceLocation() + member(error),
                error.getKeyword(),
                keyword(error),
                missing ? MissingNode.getInstance() : received(error));
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
