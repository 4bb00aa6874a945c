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
    CREDENTIALS_CHECKED("credentials-checked"),
    ENTITY_TAGS("entity-tags"),
    PRECONDITIONS("preconditions"),
    PUT_TELLS_CREATION("put-tells-creation"),
    IDEMPOTENCY_KEY("idempotency-key"),
    READ_ONLY_KEPT("read-only-kept"),
    RANGES("ranges"),
    RESPONSE_FIELDS("response-fields"),
    FRAMING("framing"),
    INTERNALS_HIDDEN("internals-hidden"),
    SAME_IN_EVERY_FORMAT("same-in-every-format"),
    ALLOW_HEADER("allow-header"),
    HEAD_LIKE_GET("head-like-get"),
    ASKED_TYPE_ANSWERED("asked-type-answered"),
    ANSWERS("answers"),
    KEEPS_ANSWERING("keeps-answering"),
    CREATED_IS_FOUND("created-is-found"),
    CREATED_IS_KEPT("created-is-kept"),
    CREATED_IS_LISTED("created-is-listed"),
    ASKED_IS_ANSWERED("asked-is-answered"),
    SAME_AGAIN("same-again"),
    FILTER_KEEPS_WHAT_IT_SAYS("filter-keeps-what-it-says"),
    SORTED_AS_ASKED("sorted-as-asked"),
    PAGING_LOSES_NOTHING("paging-loses-nothing"),
    CHANGE_IS_KEPT("change-is-kept"),
    REST_IS_KEPT("rest-is-kept"),
    REPEAT_CHANGES_NOTHING("repeat-changes-nothing"),
    REFUSED_CHANGES_NOTHING("refused-changes-nothing"),
    REMOVED_IS_GONE("removed-is-gone"),
    OTHERS_KEPT_OUT("others-kept-out"),
    OWN_CHECK("own-check"),
    FLAKY("flaky"),
    OPERATION_TESTED("operation-tested"),
    OPERATION_FINISHED("operation-finished"),
    REQUEST_TESTED("request-tested"),
    NOT_LOOKED_AT("not-looked-at"),
    LEFT_OUT("left-out"),
    COVERAGE("coverage");

    private final String id;

    CheckId(String id) {
        this.id = id;
    }

    /** Kebab-case; never changes its meaning. */
    public String id() {
        return id;
    }
}
