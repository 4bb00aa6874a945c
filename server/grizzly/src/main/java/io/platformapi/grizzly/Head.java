package io.platformapi.grizzly;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A request before its body.
 *
 * @param request the request without its body
 * @param bodyLength how long a body it announces; 0 for none, {@link #UNKNOWN} for one that comes in chunks
 * @param mostBody the largest body that is read
 * @param minor its version after {@code HTTP/1.}
 * @param peer the address that it comes from, as the network has it, such as {@code 192.0.2.1}
 */
public record Head(HttpRequest request, long bodyLength, int mostBody, int minor, String peer) {

    /** The length of a body whose end alone tells. */
    public static final long UNKNOWN = Framing.CHUNKED;

    /** Stands for a request that nobody could read. */
    public static final HttpRequest UNREADABLE = HttpRequest.of("GET", "/", Headers.none());

    private static final byte[] SOMETHING = new byte[1];

    /**
     * The request with one byte for the body that it announces, for whoever asks whether it has one. A body in chunks
     * may turn out empty; it is announced if its type is.
     */
    public HttpRequest announced() {
        boolean some =
                bodyLength > 0 || bodyLength == UNKNOWN && request.headers().has("Content-Type");
        return some ? with(SOMETHING) : request;
    }

    /** Whether it announces a larger body than is read. */
    public boolean isTooLarge() {
        return bodyLength > mostBody;
    }

    /** The head of another request that comes in this one's place. */
    public Head of(HttpRequest other) {
        return new Head(other, bodyLength, mostBody, minor, peer);
    }

    /** The request with its body. */
    public HttpRequest with(byte[] body) {
        return new HttpRequest(request.method(), request.path(), request.query(), request.headers(), body);
    }

    /** Whether the client may send another request after this one. */
    boolean isLasting() {
        return minor > 0 && !options("Connection").contains("close");
    }

    /** Whether the client waits to be asked for the body (RFC 9110, section 10.1.1). */
    boolean expectsToBeAsked() {
        return minor > 0 && bodyLength != 0 && options("Expect").contains("100-continue");
    }

    private List<String> options(String field) {
        return Arrays.stream(
                        request.headers().text(field).toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .toList();
    }
}
