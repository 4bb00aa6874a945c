package io.platformapi.verify.cases;

/** The checks, and what is not tested, by the ids of their findings. */
public enum CheckId {
    NO_SERVER_ERROR("no-server-error"),
    DOCUMENTED_STATUS("documented-status"),
    DOCUMENTED_TYPE("documented-type"),
    DOCUMENTED_HEADERS("documented-headers"),
    DOCUMENTED_BODY("documented-body"),
    EXAMPLE_MATCHES_SCHEMA("example-matches-schema"),
    XML_SCHEMA("xml-schema"),
    INVALID_REQUEST_REFUSED("invalid-request-refused"),
    VALID_REQUEST_ACCEPTED("valid-request-accepted"),
    UNKNOWN_PATH_REFUSED("unknown-path-refused"),
    UNDOCUMENTED_METHOD_REFUSED("undocumented-method-refused"),
    UNSUPPORTED_TYPE_REFUSED("unsupported-type-refused"),
    UNACCEPTABLE_TYPE_REFUSED("unacceptable-type-refused"),
    CREDENTIALS_REQUIRED("credentials-required"),
    ALLOW_HEADER("allow-header"),
    HEAD_LIKE_GET("head-like-get"),
    ASKED_TYPE_ANSWERED("asked-type-answered"),
    ANSWERS("answers"),
    KEEPS_ANSWERING("keeps-answering"),
    OPERATION_TESTED("operation-tested"),
    OPERATION_FINISHED("operation-finished"),
    REQUEST_TESTED("request-tested"),
    NOT_LOOKED_AT("not-looked-at");

    private final String id;

    CheckId(String id) {
        this.id = id;
    }

    /** Kebab-case; never changes its meaning. */
    public String id() {
        return id;
    }
}
