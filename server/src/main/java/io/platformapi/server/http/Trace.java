package io.platformapi.server.http;

import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request belongs among those of other programs (W3C Trace Context, level 1).
 *
 * @param traceId what all requests for one thing have in common, in hex
 * @param spanId what this program does of it, in hex
 * @param parentId what the program did that has asked; empty if nobody said
 * @param flags what whoever asked says of recording, in hex
 */
public record Trace(String traceId, String spanId, String parentId, String flags) {

    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final HexFormat HEX = HexFormat.of();

    /** What a field {@code traceparent} says, gone on with here; a trace of its own for one that says nothing. */
    static Trace of(String parent) {
        Matcher known = PARENT.matcher(parent);
        return known.matches() && (known.group(4) == null || !parent.startsWith("00"))
                ? new Trace(known.group(1), number(), known.group(2), known.group(3))
                : new Trace(number() + number(), number(), "", "00");
    }

    /** The same by the ids of a span, if somebody has made one for it. */
    Trace in(SpanContext span) {
        boolean isMade = span.isValid() && !span.getSpanId().equals(parentId);
        return isMade
                ? new Trace(
                        span.getTraceId(),
                        span.getSpanId(),
                        parentId,
                        span.getTraceFlags().asHex())
                : this;
    }

    /** The field that this program would send on. */
    public String parent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String number() {
        long number = ThreadLocalRandom.current().nextLong();
        return HEX.toHexDigits(number == 0 ? 1 : number);
    }
}
