package io.platformapi.mock;

import io.platformapi.contract.http.Headers;

/** The header fields in which the mock says in words what an answer alone does not show. */
enum NoticeField {
    /** What is not as the document has it, not as it was remembered, not the API's own, or was not looked at. */
    NOTICE("X-Mock-Notice"),
    /** In what a request that was handed on, or its answer, breaks the document. */
    VIOLATIONS("X-Mock-Violations");

    private static final int LONGEST = 500;

    private final String name;

    NoticeField(String name) {
        this.name = name;
    }

    /** The field with a text, whose letters are those of header fields, and which is cut where it is long. */
    Headers saying(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return Headers.of(name, plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain);
    }
}
