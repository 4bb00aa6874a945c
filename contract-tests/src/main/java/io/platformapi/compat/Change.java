package io.platformapi.compat;

import java.util.stream.Stream;

/** What can change beside schemas, each with the ids of its findings. */
enum Change {
    OPERATION_REMOVED("operation-removed"),
    OPERATION_ADDED("operation-added"),
    WEBHOOK_REMOVED("webhook-removed"),
    WEBHOOK_ADDED("webhook-added"),
    CALLBACK_REMOVED("callback-removed"),
    CALLBACK_ADDED("callback-added"),
    OPERATION_UNREAD_CHANGED("operation-unread-changed"),
    OPERATION_DEPRECATED("operation-deprecated"),
    SUNSET_UNREADABLE("sunset-unreadable"),
    SUNSET_REMOVED("sunset-removed"),
    SUNSET_EARLIER("sunset-earlier"),
    STABILITY_UNKNOWN("stability-unknown"),
    STABILITY_DECREASED("stability-decreased"),
    SERVER_ADDED("server-added"),
    SERVER_REMOVED("server-removed"),
    SECURITY_WIDENED("request-security-widened", "response-security-widened"),
    SECURITY_NARROWED("request-security-narrowed", "response-security-narrowed"),
    BODY_REMOVED("request-body-removed", "response-body-removed"),
    BODY_OPTIONAL("request-body-optional", "response-body-optional"),
    BODY_ADDED("request-body-added", "response-body-added"),
    BODY_REQUIRED("request-body-required", "response-body-required"),
    MEDIA_TYPE_REMOVED("request-media-type-removed", "response-media-type-removed"),
    MEDIA_TYPE_ADDED("request-media-type-added", "response-media-type-added"),
    MEDIA_TYPE_UNASKED("unasked-media-type-added"),
    STATUS_ADDED("request-status-added", "response-status-added"),
    STATUS_REMOVED("request-status-removed", "response-status-removed"),
    SUCCESS_REMOVED("request-success-removed", "response-success-removed"),
    HEADER_REMOVED("request-header-removed", "response-header-removed"),
    HEADER_ADDED("request-header-added", "response-header-added"),
    HEADER_RESPELLED("request-header-respelled", "response-header-respelled"),
    HEADER_KEPT("request-header-kept", "response-header-kept"),
    HEADER_OPTIONAL("request-header-optional", "response-header-optional"),
    PARAMETER_REQUIRED("request-parameter-required", "response-parameter-required"),
    PARAMETER_OPTIONAL("request-parameter-optional", "response-parameter-optional"),
    PARAMETER_ADDED("request-parameter-added", "response-parameter-added"),
    PARAMETER_REMOVED("request-parameter-removed", "response-parameter-removed"),
    PARAMETER_STYLE_CHANGED("request-parameter-style-changed", "response-parameter-style-changed"),
    PARAMETER_EXPLODE_CHANGED("request-parameter-explode-changed", "response-parameter-explode-changed"),
    PARAMETER_ALLOW_EMPTY_VALUE_CHANGED(
            "request-parameter-allow-empty-value-changed", "response-parameter-allow-empty-value-changed"),
    PARAMETER_ALLOW_RESERVED_CHANGED(
            "request-parameter-allow-reserved-changed", "response-parameter-allow-reserved-changed"),
    PARAMETER_DEFAULT_CHANGED("request-parameter-default-changed", "response-parameter-default-changed"),
    PART_RESPELLED("request-part-respelled", "response-part-respelled"),
    XML_CHANGED("request-xml-changed", "response-xml-changed"),
    LINK_ADDED("request-link-added", "response-link-added"),
    SUNSET_ANNOUNCED("sunset-announced"),
    DESCRIBED("operation-described"),
    DOCUMENT_DESCRIBED("document-described"),
    DEPRECATED("request-part-deprecated", "response-part-deprecated"),
    SCHEMA_DESCRIBED("request-schema-described", "response-schema-described"),
    SCHEMA_REWRITTEN("request-schema-rewritten", "response-schema-rewritten"),
    SCHEMA_EXTENDED("request-schema-extended", "response-schema-extended"),
    MEMBER_REMOVED("request-member-removed", "response-member-removed"),
    FORMAT_REMARKED("request-format-remarked", "response-format-remarked"),
    SUNSET_MISSING("sunset-missing"),
    STABILITY_MISSING("stability-missing"),
    NOT_ADDITIVE("not-additive"),
    DESCRIPTION_MISSING("description-missing"),
    VERSION_TOO_LOW("version-too-low"),
    DOCUMENT_REMOVED("document-removed"),
    DOCUMENT_ADDED("document-added");

    private final String request;
    private final String response;

    /** One that is told alike whichever way messages go. */
    Change(String id) {
        this(id, id);
    }

    Change(String request, String response) {
        this.request = request;
        this.response = response;
    }

    /** Whether an id is of what no message shows, so that no version need tell it. */
    static boolean isUnseen(String id) {
        return Stream.of(
                        SUNSET_ANNOUNCED,
                        DESCRIBED,
                        DOCUMENT_DESCRIBED,
                        DEPRECATED,
                        SCHEMA_DESCRIBED,
                        SCHEMA_REWRITTEN,
                        FORMAT_REMARKED)
                .anyMatch(each -> each.request.equals(id) || each.response.equals(id));
    }

    String id() {
        return request;
    }

    String id(Flow flow) {
        return flow == Flow.INCOMING ? request : response;
    }
}
