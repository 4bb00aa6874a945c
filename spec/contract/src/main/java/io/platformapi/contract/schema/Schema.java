package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.source.Kept;
import io.platformapi.contract.source.Lazy;
import io.platformapi.contract.source.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a value may be, as a reader of the document sees it.
 *
 * <p>{@code $ref}s are followed, {@code allOf} is merged, and a union with {@code null} (a type array,
 * {@code nullable}, or {@code anyOf}/{@code oneOf} with a null branch) is its other branch, {@linkplain #nullable()
 * nullable}. Parts are worked out when first asked for and kept; recursive schemas are therefore no trouble.
 * Thread-safe.
 */
public final class Schema {

    private static final Set<Type> TEXT = Set.of(Type.STRING, Type.NULL);

    private final Schemas schemas;
    private final Node written;
    private final Lazy<Resolution> resolution;
    private final Lazy<Map<String, Schema>> properties = new Lazy<>(this::findProperties);
    private final Lazy<Set<Type>> types = new Lazy<>(() -> Typed.types(this));
    private final Lazy<Set<String>> required = new Lazy<>(this::findRequired);
    private final Lazy<Approval> check;
    private final Lazy<List<Schema>> parts = new Lazy<>(this::findParts);
    private final Lazy<List<Pattern>> patterns = new Lazy<>(this::findPatterns);
    private final Lazy<Schema> items = new Lazy<>(this::findItems);
    private final Map<String, JsonNode> keywords = new ConcurrentHashMap<>();
    private final Kept kept = new Kept();

    /** The schema of members of some names. */
    private record Pattern(RegexFinder names, Schema schema) {}

    Schema(Schemas schemas, Node written) {
        this.schemas = schemas;
        this.written = written;
        this.resolution = new Lazy<>(() -> Resolution.of(written));
        this.check = new Lazy<>(() -> Approvals.of(this));
    }

    /** The place where the schema is written, which may be a reference. */
    public Node written() {
        return written;
    }

    /** The definition behind references and null unions. */
    public Node node() {
        return resolution.get().node();
    }

    /** The name of the component this schema is or refers to. */
    public Optional<String> name() {
        return Optional.ofNullable(resolution.get().name());
    }

    public boolean nullable() {
        return resolution.get().nullable() || types().contains(Type.NULL);
    }

    /** The types a value may have; empty where any will do. */
    public Set<Type> types() {
        return types.get();
    }

    /** Whether a value may be of the type, by declaration or by the keywords the schema uses. */
    public boolean is(Type type) {
        return types().contains(type);
    }

    /** Whether text is the only thing a value can be, null aside. */
    public boolean isTextOnly() {
        return is(Type.STRING) && TEXT.containsAll(types());
    }

    /** The members an object declares, those of {@code allOf} first, in the order of the document. */
    public Map<String, Schema> properties() {
        return properties.get();
    }

    /** The members an object must have. */
    public Set<String> required() {
        return required.get();
    }

    /** The schema of an array's items; one that accepts everything where none is declared. */
    public Schema items() {
        return items.get();
    }

    /** The schemas of the first items of an array, one each; empty where all items are alike. */
    public List<Schema> tuple() {
        return declaring("prefixItems").member("prefixItems").items().stream()
                .map(schemas::of)
                .toList();
    }

    /** The schemas this one itself, not its parts, has for members of a name that contains a match of their pattern. */
    public List<Schema> byPattern(String name) {
        return patterns.get().stream()
                .filter(pattern -> pattern.names().finds(name))
                .map(Pattern::schema)
                .toList();
    }

    private List<Pattern> findPatterns() {
        return node().member("patternProperties").members().entrySet().stream()
                .map(pattern -> new Pattern(RegexFinder.of(pattern.getKey()), schemas.of(pattern.getValue())))
                .toList();
    }

    /** The schema of undeclared members; empty where they are refused or nothing is said. */
    public Optional<Schema> additionalProperties() {
        Node additional = declaring("additionalProperties").member("additionalProperties");
        return additional.isObject() ? Optional.of(schemas.of(additional)) : Optional.empty();
    }

    /** Whether members that are not declared are refused. */
    public boolean isClosed() {
        return declaring("additionalProperties")
                .json()
                .path("additionalProperties")
                .equals(BooleanNode.FALSE);
    }

    /** The declared format, such as {@code uuid}; empty where there is none. */
    public String format() {
        return keyword("format").asText("");
    }

    /** The alternatives of {@code oneOf} and {@code anyOf}; empty for a schema without. */
    public List<Schema> variants() {
        return Stream.of("oneOf", "anyOf")
                .flatMap(keyword -> declaring(keyword).member(keyword).items().stream())
                .map(schemas::of)
                .toList();
    }

    /** The schema itself and what it takes in by {@code allOf}, each behind its references, in order of precedence. */
    public List<Schema> parts() {
        return parts.get();
    }

    /** The value of a keyword, of this schema or what it takes in; missing where nobody has it. */
    public JsonNode keyword(String name) {
        JsonNode known = keywords.get(name);
        return known == null ? keywords.computeIfAbsent(name, this::findKeyword) : known;
    }

    /** The schema at a place below the definition, such as {@code not}. */
    public Schema below(String... path) {
        Node node = node();
        for (String name : path) {
            node = node.member(name);
        }
        return schemas.of(node);
    }

    SchemaVersion version() {
        return schemas.version();
    }

    /** The schema at a place of the same document. */
    Schema at(Node place) {
        return schemas.of(place);
    }

    /** What is wrong with a value; empty if nothing is. Not only the first fault is reported, but 200 of them. */
    public List<Fault> faults(JsonNode value) {
        return isSureOf(value) ? List.of() : judged(value);
    }

    /** Whether a value is certainly right. */
    boolean isSureOf(JsonNode value) {
        return check.get().accepts(value);
    }

    /** What the validator finds wrong with a value. */
    List<Fault> judged(JsonNode value) {
        return written.isObject() || written.json().isBoolean()
                ? Validation.faults(
                        kept(
                                Validation.Compiled.class,
                                any -> schemas.validation().compiled(written)),
                        value)
                : List.of();
    }

    /** This schema where no member that a keyword such as {@code readOnly} marks is required, at any depth. */
    public Schema unasking(String keyword) {
        return schemas.unasking(keyword, written);
    }

    /**
     * The members of a response's value, at any depth, that the schema does not declare, or declares {@code writeOnly}:
     * open schemas accept them, a stricter reader may not. An object whose schema declares no member is a free map;
     * nothing in it is undeclared.
     */
    public List<Fault> undeclared(JsonNode value) {
        return Undeclared.faults(this, value);
    }

    /**
     * What somebody has worked out from this schema, kept with it so that it is worked out once.
     *
     * @param kind what is kept; one value a kind
     * @param work makes it; it may ask other schemas, not this one, for what they keep
     */
    public <T> T kept(Class<T> kind, Function<Schema, T> work) {
        return kept.of(kind, () -> work.apply(this));
    }

    private Set<String> findRequired() {
        Set<String> found = new LinkedHashSet<>();
        for (Schema part : parts()) {
            for (JsonNode name : part.node().json().path("required")) {
                found.add(name.asText());
            }
        }
        return found;
    }

    private Node declaring(String keyword) {
        Node own = node();
        if (own.json().has(keyword)) {
            return own;
        }
        return parts().stream()
                .map(Schema::node)
                .filter(part -> part.json().has(keyword))
                .findFirst()
                .orElse(own);
    }

    private JsonNode findKeyword(String name) {
        JsonNode beside = written.json().path(name);
        return beside.isMissingNode() ? declaring(name).json().path(name) : beside;
    }

    private Schema findItems() {
        return schemas.of(declaring("items").member("items"));
    }

    private List<Schema> findParts() {
        Set<Schema> found = new LinkedHashSet<>();
        collectParts(found);
        return List.copyOf(found);
    }

    private void collectParts(Set<Schema> parts) {
        if (parts.stream().noneMatch(part -> part.node().json() == node().json()) && parts.add(this)) {
            for (Node part : node().member("allOf").items()) {
                schemas.of(part).collectParts(parts);
            }
        }
    }

    private Map<String, Schema> findProperties() {
        Map<String, Schema> found = new LinkedHashMap<>();
        collectProperties(found, new LinkedHashSet<>());
        return found;
    }

    private void collectProperties(Map<String, Schema> found, Set<JsonNode> seen) {
        Node own = node();
        if (!own.isObject() || !seen.add(own.json())) {
            return;
        }
        own.member("allOf").items().forEach(part -> schemas.of(part).collectProperties(found, seen));
        own.member("properties").members().forEach((name, node) -> found.put(name, schemas.of(node)));
    }

    @Override
    public String toString() {
        return name().orElseGet(written::toString);
    }
}
