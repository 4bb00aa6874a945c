package io.platformapi.contract.http;

import java.util.List;
import java.util.stream.Stream;

/** The media types whose bodies are items, one after the other (OpenAPI 3.2, section 4.14.1). */
public enum Sequences {
    /** A JSON value a line. */
    LINES(
            "application/jsonl",
            "application/x-ndjson",
            "application/ndjson",
            "application/x-jsonlines",
            "application/x-ldjson",
            "application/stream+json",
            "text/jsonl"),
    /** A JSON value a record (RFC 7464). */
    RECORDS("application/json-seq", "*/*+json-seq"),
    /** Events as browsers read them. */
    EVENTS("text/event-stream"),
    /** Parts that are told apart by where they stand (RFC 2046, section 5.1). */
    PARTS("multipart/*");

    private static final MediaType FORM = MediaType.of("multipart/form-data");

    private final List<MediaType> types;

    Sequences(String... types) {
        this.types = Stream.of(types).map(MediaType::of).toList();
    }

    /** Whether bodies of a type are items of this kind. */
    public boolean include(MediaType type) {
        for (MediaType known : types) {
            if (known.includes(type)) {
                return !FORM.includes(type);
            }
        }
        return false;
    }

    /** Whether a name in a map of media types may be that of a sequence; a name of another kind may be. */
    public static boolean mayBe(String name) {
        return MediaType.parse(name)
                .map(type -> Stream.of(values()).anyMatch(kind -> kind.include(type)))
                .orElse(true);
    }
}
