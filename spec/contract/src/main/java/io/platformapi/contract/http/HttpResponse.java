package io.platformapi.contract.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A response as a value.
 *
 * @param status the status code
 * @param headers the header fields; {@code Content-Length} is left to whoever sends it
 * @param body the content, whole; empty where there is none. Not copied
 */
public record HttpResponse(int status, Headers headers, byte[] body) {

    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

    /** A response without content. */
    public static HttpResponse of(int status, Headers headers) {
        return new HttpResponse(status, headers, new byte[0]);
    }

    public static HttpResponse of(int status, String contentType, byte[] body) {
        return new HttpResponse(status, Headers.of("Content-Type", contentType), body);
    }

    public Optional<MediaType> contentType() {
        return headers.first("Content-Type").flatMap(MediaType::parse);
    }

    /** Whether it sends its reader to where {@code Location} says (RFC 9110, section 15.4). */
    public boolean isRedirect() {
        return ELSEWHERE.contains(status);
    }

    public HttpResponse with(Headers more) {
        return new HttpResponse(status, headers.and(more), body);
    }

    /** This response without its content, as HEAD is answered. */
    public HttpResponse withoutBody() {
        return new HttpResponse(status, headers, new byte[0]);
    }

    /** The content as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
