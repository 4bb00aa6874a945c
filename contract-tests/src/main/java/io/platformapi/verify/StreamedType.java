package io.platformapi.verify;

import io.platformapi.contract.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A media type whose bodies are streams: pieces one after the other, and perhaps no last one. */
enum StreamedType {
    /** Events, each ended by an empty line; none need come. */
    EVENTS("(?:\\r\\n|\\r|\\n){2}", Set.of("text/event-stream")),
    /** Values, one a line. */
    LINES(
            "\\n",
            Set.of(
                    "application/x-ndjson",
                    "application/ndjson",
                    "application/jsonl",
                    "application/x-jsonlines",
                    "application/json-seq",
                    "application/stream+json"));

    private final Pattern end;
    private final Set<String> types;

    StreamedType(String end, Set<String> types) {
        this.end = Pattern.compile(end);
        this.types = types;
    }

    /** The kind of stream a type is; none for what has an end. */
    static java.util.Optional<StreamedType> of(String contentType) {
        return MediaType.parse(contentType)
                .flatMap(type -> Arrays.stream(values())
                        .filter(each -> each.types.contains(type.essence()))
                        .findFirst());
    }

    /** Whether so much of a stream is enough to look at. */
    boolean isEnough(byte[] begun) {
        return this == EVENTS || whole(begun).length > 0;
    }

    /** The pieces that are whole. */
    byte[] whole(byte[] begun) {
        Matcher ends = end.matcher(new String(begun, StandardCharsets.ISO_8859_1));
        int last = 0;
        while (ends.find()) {
            last = ends.end();
        }
        return Arrays.copyOf(begun, last);
    }
}
