package io.platformapi.verify.wire;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Methods;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A request as it is written (RFC 9112). */
final class RequestText {

    private static final String HOST = "Host";

    private RequestText() {}

    /**
     * The bytes of a request.
     *
     * @param base the address that its target is appended to
     * @param authority whom it asks, unless it says so itself
     * @param prefix what stands before the path: the origin for whoever passes it on
     * @throws UnsendableRequest if it is none that can be sent
     */
    static byte[] of(HttpRequest request, String base, String authority, String prefix) throws UnsendableRequest {
        refuseUnsendable(request);
        StringBuilder head = new StringBuilder(256)
                .append(request.method())
                .append(' ')
                .append(prefix)
                .append(target(request, base))
                .append(" HTTP/1.1\r\n");
        field(head, HOST, request.headers().first(HOST).orElse(authority));
        boolean chunked = FieldRules.isChunked(request);
        if (FieldRules.hasLength(request) && !chunked) {
            field(head, "Content-Length", String.valueOf(request.body().length));
        }
        if (!request.headers().has("User-Agent")) {
            field(head, "User-Agent", "platform-api-contract-tests");
        }
        request.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase(HOST)) {
                field(head, name, value);
            }
        });
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + request.body().length + 2);
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(chunked ? chunks(request.body()) : request.body());
        return whole.toByteArray();
    }

    /** Two chunks, and the last (RFC 9112, section 7.1). */
    private static byte[] chunks(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(body.length + 32);
        int half = (body.length + 1) / 2;
        chunk(chunks, Arrays.copyOf(body, half));
        chunk(chunks, Arrays.copyOfRange(body, half, body.length));
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return chunks.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream chunks, byte[] data) {
        if (data.length > 0) {
            chunks.writeBytes((Integer.toHexString(data.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            chunks.writeBytes(data);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static void refuseUnsendable(HttpRequest request) throws UnsendableRequest {
        if (!Methods.isOne(request.method())) {
            throw new UnsendableRequest("no method is called '" + request.method() + "'");
        }
        for (String name : request.headers().names()) {
            for (String value : request.headers().all(name)) {
                Optional<String> refusal = FieldRules.refusal(name, value);
                boolean framing = name.equalsIgnoreCase(FieldRules.CODING) && FieldRules.isChunked(request);
                if (refusal.isPresent() && !framing) {
                    throw new UnsendableRequest("header field " + name + ": " + refusal.get());
                }
            }
        }
    }

    /** The target in US-ASCII: what of it is not is written as the percent-encoded bytes of UTF-8. */
    private static String target(HttpRequest request, String base) throws UnsendableRequest {
        URI address;
        try {
            address = URI.create(URI.create(base + request.target()).toASCIIString());
        } catch (IllegalArgumentException e) {
            throw new UnsendableRequest(String.valueOf(e.getMessage()));
        }
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return path + query;
    }
}
