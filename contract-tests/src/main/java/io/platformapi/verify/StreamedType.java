package io.platformapi.verify;

import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A media type whose bodies are streams: pieces one after the other, and perhaps no last one. */
enum StreamedType {
    /** Events, each ended by an empty line; none need come. */
    EVENTS("(?:\\r\\n|\\r|\\n){2}"),
    /** Values, one a line. */
    LINES("\\n");

    private static final MediaType EVENT_STREAM = MediaType.of("text/event-stream");

    private final Pattern end;

    StreamedType(String end) {
        this.end = Pattern.compile(end);
    }

    /** The kind of stream a type is; none for what has an end. */
    static Optional<StreamedType> of(String contentType) {
        return MediaType.parse(contentType)
                .flatMap(type -> EVENT_STREAM.includes(type)
                        ? Optional.of(EVENTS)
                        : Optional.of(LINES).filter(lines -> Bodies.isInLines(type)));
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
