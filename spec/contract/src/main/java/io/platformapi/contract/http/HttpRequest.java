package io.platformapi.contract.http;

import java.util.Optional;

/**
 * A request as a value.
 *
 * @param method the method token as sent, such as {@code GET}
 * @param path the path as sent, still percent-encoded, without the query
 * @param query the query as sent, still percent-encoded, without the question mark; empty where there is none
 * @param headers the header fields
 * @param body the content, whole; empty where there is none. Not copied: whoever makes a request hands its bytes over
 */
public record HttpRequest(String method, String path, String query, Headers headers, byte[] body) {

    /** A request for a target such as {@code /pets?limit=5}. */
    public static HttpRequest of(String method, String target, Headers headers, byte[] body) {
        int mark = target.indexOf('?');
        return mark < 0
                ? new HttpRequest(method, target, "", headers, body)
                : new HttpRequest(method, target.substring(0, mark), target.substring(mark + 1), headers, body);
    }

    /** A request without a body. */
    public static HttpRequest of(String method, String target, Headers headers) {
        return of(method, target, headers, new byte[0]);
    }

    public boolean hasBody() {
        return body.length > 0;
    }

    /** The declared type of the body; empty where none is declared or it cannot be read. */
    public Optional<MediaType> contentType() {
        return headers.first("Content-Type").flatMap(MediaType::parse);
    }

    /** Path and query as sent. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** This request with one value of a header field, in place of those it has. */
    public HttpRequest with(String header, String value) {
        return new HttpRequest(method, path, query, headers.with(header, value), body);
    }

    /** This request without a header field. */
    public HttpRequest without(String header) {
        return headers.has(header) ? new HttpRequest(method, path, query, headers.without(header), body) : this;
    }

    /** This request with another body and its type. */
    public HttpRequest with(TypedBody other) {
        return new HttpRequest(
                method, path, query, headers.with("Content-Type", other.type().toString()), other.bytes());
    }

    public HttpRequest withPath(String other) {
        return new HttpRequest(method, other, query, headers, body);
    }

    public HttpRequest withQuery(String other) {
        return new HttpRequest(method, path, other, headers, body);
    }

    public HttpRequest withMethod(String other) {
        return new HttpRequest(other, path, query, headers, body);
    }
}
