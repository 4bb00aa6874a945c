package io.platformapi.contract.schema;

import io.platformapi.contract.source.Node;

/** The dialect of JSON Schema that a document's schemas are written in. */
public enum SchemaVersion {
    /** OpenAPI 3.0's: draft 4 with {@code nullable}; keywords beside a {@code $ref} do not count. */
    OPENAPI_3_0,
    /** OpenAPI 3.1's: JSON Schema 2020-12. */
    OPENAPI_3_1;

    /** The dialect that schemas are in unless the document says otherwise. */
    public static final String LATEST = "https://json-schema.org/draft/2020-12/schema";

    private static final String BASE = "https://spec.openapis.org/oas/3.1/dialect/";

    /**
     * The version a document declares.
     *
     * @throws io.platformapi.contract.source.UnreadableDocument if it declares a {@code jsonSchemaDialect} other than
     *     OpenAPI's own and a {@link Draft} of JSON Schema
     */
    public static SchemaVersion of(Node document) {
        if (document.text("openapi", "").startsWith("3.0")) {
            return OPENAPI_3_0;
        }
        Node dialect = document.member("jsonSchemaDialect");
        String declared = dialect.exists() ? dialect.json().asText() : LATEST;
        if (!isKnown(declared)) {
            throw dialect.unreadable(
                    "schemas in the dialect " + declared + " are not understood; write " + BASE + "base or " + LATEST);
        }
        return OPENAPI_3_1;
    }

    /** Whether schemas in a dialect are understood as it wants. */
    public static boolean isKnown(String dialect) {
        return Draft.named(dialect).isPresent();
    }
}
