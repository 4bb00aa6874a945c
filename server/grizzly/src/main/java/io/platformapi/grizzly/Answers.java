package io.platformapi.grizzly;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The bytes of answers. How long an answer is, when it was made and what becomes of the connection is said here alone,
 * whatever fields it comes with. Safe for many threads.
 */
final class Answers {

    /** Fields that tell of the connection, not of the answer, and those that are written here. */
    private static final Set<String> OWN = Set.of(
            "connection",
            "content-length",
            "date",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final Reasons reasons = new Reasons();
    private final InstantSource clock;
    private volatile Stamp stamp = new Stamp(-1, "");

    Answers(InstantSource clock) {
        this.clock = clock;
    }

    /** What becomes of the connection after an answer. */
    enum After {
        KEPT,
        CLOSED,
        /** It ends after half of the body. */
        HALF,
        /** It ends without an answer. */
        NOTHING,
        /** It is reset without an answer. */
        RESET
    }

    /** Fields as they are sent, each behind the end of the line before it. */
    private record Fields(String text) {

        static Fields of(Headers headers) {
            var text = new StringBuilder();
            headers.forEach((name, value) -> {
                if (Tokens.isToken(name) && !OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    text.append("\r\n").append(name).append(": ").append(line(value));
                }
            });
            return new Fields(text.toString());
        }
    }

    private record Stamp(long second, String text) {}

    /**
     * An answer as it is sent.
     *
     * @param method the method that is answered; the answer to HEAD has no body, but its length
     */
    Outgoing outgoing(HttpResponse answer, String method, After after, Pacing pacing) {
        if (after == After.NOTHING || after == After.RESET) {
            return Outgoing.NONE;
        }
        byte[] head = head(answer, method, after, pacing).getBytes(StandardCharsets.ISO_8859_1);
        boolean bodiless = method.equals("HEAD") || hasNoBody(answer.status()) || answer.status() == 205;
        byte[] body = bodiless ? new byte[0] : answer.body();
        pacing.source().filter(any -> bodiless).ifPresent(PieceSource::close);
        return pacing.source()
                .filter(any -> !bodiless)
                .map(source -> open(head, body, pacing, source))
                .orElseGet(() -> whole(head, body, after, pacing));
    }

    private static Outgoing open(byte[] head, byte[] begun, Pacing pacing, PieceSource source) {
        return pacing.end() == Pacing.End.NEVER
                ? new OpenAnswer(head, pacing, source)
                : new MadeAnswer(head, begun, pacing, source);
    }

    private static Outgoing whole(byte[] head, byte[] body, After after, Pacing pacing) {
        return new WholeAnswer(head, after == After.HALF ? Arrays.copyOf(body, body.length / 2) : body, pacing);
    }

    private String head(HttpResponse answer, String method, After after, Pacing pacing) {
        var head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(answer.status()).append(' ').append(reasons.of(answer.status()));
        head.append("\r\nDate: ").append(date());
        head.append(answer.headers().kept(Fields.class, Fields::of).text());
        String length = pacing.source().isPresent() ? "" : length(answer, method);
        if (!length.isEmpty()) {
            head.append("\r\nContent-Length: ").append(length);
        }
        if (!hasNoBody(answer.status()) && pacing.end() == Pacing.End.MARKED) {
            head.append("\r\nTransfer-Encoding: chunked");
        }
        if (after == After.CLOSED) {
            head.append("\r\nConnection: close");
        }
        return head.append("\r\n\r\n").toString();
    }

    /** The length to tell; none where there is no body, or nobody knows how long that of GET would be. */
    private static String length(HttpResponse answer, String method) {
        if (hasNoBody(answer.status())) {
            return "";
        }
        if (method.equals("HEAD") && answer.body().length == 0) {
            String told = answer.headers().text("Content-Length");
            return LENGTH.matcher(told).matches() ? told : "";
        }
        return answer.status() == 205 ? "0" : String.valueOf(answer.body().length);
    }

    /** Whether answers of a status end with their head (RFC 9112, section 6.3). */
    private static boolean hasNoBody(int status) {
        return status < 200 || status == 204 || status == 304;
    }

    /** A value that stays in its line, whatever a document or a client has put into it. */
    private static String line(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i)) && value.charAt(i) != '\t') {
                return value.replaceAll("[\\p{Cntrl}&&[^\\t]]+", " ");
            }
        }
        return value;
    }

    /** The time, written once a second. */
    private String date() {
        long now = clock.millis() / 1000;
        Stamp last = stamp;
        if (last.second() != now) {
            last = new Stamp(now, DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
            stamp = last;
        }
        return last.text();
    }
}
