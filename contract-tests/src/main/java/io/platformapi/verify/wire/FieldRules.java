package io.platformapi.verify.wire;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Methods;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which header fields a request has, and can be given (RFC 9110, section 5). */
public final class FieldRules {

    static final String CODING = "Transfer-Encoding";

    /** They say how a message is framed and what becomes of its connection: whoever writes the message writes them. */
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "expect", "transfer-encoding", "upgrade");

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "QUERY");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    private FieldRules() {}

    /** Whether a request is sent with its length: it has a body, or would be expected to (RFC 9110, section 8.6). */
    public static boolean hasLength(HttpRequest request) {
        return request.hasBody() || WITH_BODY.contains(request.method());
    }

    /** Whether a request wants its body sent in chunks: it says so by the field that they have. */
    public static boolean isChunked(HttpRequest request) {
        return request.hasBody() && request.headers().text(CODING).equals("chunked");
    }

    /**
     * Why no request can be given a field, as a sentence without its value, which may be secret; empty if it can be.
     */
    public static Optional<String> refusal(String name, String value) {
        if (!Methods.isOne(name)) { // both are tokens
            return Optional.of("no header field can have this name.");
        }
        if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of("the client sets this field itself.");
        }
        return VALUE.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("no header field can have the value that is given.");
    }
}
