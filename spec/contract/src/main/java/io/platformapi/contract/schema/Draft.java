package io.platformapi.contract.schema;

import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The edition of JSON Schema that a schema is written in, by the {@code $schema} around it or the document's
 * {@code jsonSchemaDialect}. From oldest to latest.
 */
public enum Draft {
    DRAFT_4("draft 4", "http://json-schema.org/draft-04/schema", ""),
    DRAFT_6("draft 6", "http://json-schema.org/draft-06/schema", "const contains propertyNames"),
    DRAFT_7("draft 7", "http://json-schema.org/draft-07/schema", "if then else"),
    DRAFT_2019_09(
            "2019-09",
            "https://json-schema.org/draft/2019-09/schema",
            "$anchor dependentRequired dependentSchemas unevaluatedItems unevaluatedProperties minContains maxContains"),
    /** The one of OpenAPI 3.1 and 3.2, which add to it what forbids no value. */
    DRAFT_2020_12("2020-12", SchemaVersion.LATEST, "prefixItems $dynamicRef $dynamicAnchor");

    private static final String OPENAPI = "https://spec\\.openapis\\.org/oas/3\\.[12]/dialect/.*";

    /** Keywords that only drafts before the latest have. */
    private static final Set<String> OLD =
            Set.of("additionalItems", "dependencies", "id", "$recursiveRef", "$recursiveAnchor");

    private static final Map<String, Draft> LATER = Stream.of(values())
            .flatMap(draft -> draft.added.stream().map(keyword -> Map.entry(keyword, draft)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String title;
    private final String address;
    private final Set<String> added;

    Draft(String title, String address, String added) {
        this.title = title;
        this.address = address;
        this.added = Set.of(added.split(" "));
    }

    /** The edition of an address; empty for any other dialect. */
    public static Optional<Draft> named(String dialect) {
        String plain = dialect.replaceFirst("#$", "");
        return plain.matches(OPENAPI)
                ? Optional.of(DRAFT_2020_12)
                : Stream.of(values())
                        .filter(draft ->
                                draft.address.replaceFirst("^https?", "").equals(plain.replaceFirst("^https?", "")))
                        .findFirst();
    }

    /** The edition that a document's schemas are in unless they say otherwise. */
    public static Draft of(Node document) {
        return named(document.text("jsonSchemaDialect", "")).orElse(DRAFT_2020_12);
    }

    /** The edition inside a schema that may name one. */
    public Draft inside(Node schema) {
        String dialect = schema.text("$schema", "");
        return dialect.isEmpty() ? this : named(dialect).orElse(this);
    }

    /** What it is called, such as {@code draft 7}. */
    public String title() {
        return title;
    }

    public boolean isLatest() {
        return this == DRAFT_2020_12;
    }

    private boolean isBefore(Draft other) {
        return compareTo(other) < 0;
    }

    /** Whether nothing counts that stands beside a {@code $ref}. */
    public boolean hasLoneReferences() {
        return isBefore(DRAFT_2019_09);
    }

    /** Whether {@code exclusiveMinimum} and its twin are flags beside a bound. */
    public boolean hasFlagsOfBounds() {
        return this == DRAFT_4;
    }

    /** Whether {@code items} may be a list of schemas, and {@code additionalItems} what follows it. */
    public boolean hasListsOfItems() {
        return isBefore(DRAFT_2020_12);
    }

    /** Whether {@code dependencies} speaks of members that ask for others. */
    public boolean hasDependencies() {
        return isBefore(DRAFT_2019_09);
    }

    /** The keyword by which a schema names itself. */
    public String id() {
        return this == DRAFT_4 ? "id" : "$id";
    }

    /** The keywords that lead to another schema. */
    public List<String> references() {
        return switch (this) {
            case DRAFT_2020_12 -> List.of("$ref", "$dynamicRef");
            case DRAFT_2019_09 -> List.of("$ref", "$recursiveRef");
            default -> List.of("$ref");
        };
    }

    /** Whether a keyword of the latest edition, which says something about values, is one of this one. */
    public boolean knows(String keyword) {
        return LATER.getOrDefault(keyword, DRAFT_4).compareTo(this) <= 0;
    }

    /** Whether a keyword has a meaning in some edition before the latest, and none in that. */
    public static boolean isOld(String keyword) {
        return OLD.contains(keyword);
    }
}
