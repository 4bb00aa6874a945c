package io.platformapi.server.http;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.util.Set;

/**
 * The pages of other origins that may use this server from a browser (Fetch, section 3.2).
 *
 * @param allowed their origins, such as {@code https://app.example.com}; none unless configured
 */
public record Origins(Set<String> allowed) {

    public Origins {
        allowed = Set.copyOf(allowed);
    }

    /** Whether a page of an allowed origin sends the request. */
    boolean include(HttpRequest request) {
        return allowed.contains(request.headers().text("Origin"));
    }

    /**
     * Whether a browser sends the request for a page that is not allowed to, or before anybody asked for it: following
     * a link must not change anything.
     */
    boolean exclude(HttpRequest request) {
        Headers headers = request.headers();
        boolean foreign = headers.text("Sec-Fetch-Site").equals("cross-site") && !include(request);
        boolean early = headers.text("Sec-Purpose").contains("prefetch")
                || headers.text("Purpose").equals("prefetch")
                || headers.text("X-Moz").equals("prefetch");
        return foreign || early;
    }

    /** The headers that let the page read the answer, or send the request that it asks about. */
    Headers permission(HttpRequest request) {
        if (allowed.isEmpty()) {
            return Headers.none();
        }
        Headers vary = Headers.of("Vary", "Origin");
        if (!include(request)) {
            return vary;
        }
        Headers permission = vary.with(
                        "Access-Control-Allow-Origin", request.headers().text("Origin"))
                .with(
                        "Access-Control-Expose-Headers",
                        "Allow, Retry-After, WWW-Authenticate, X-Request-Id, RateLimit, RateLimit-Policy");
        return isPreflight(request)
                ? permission
                        .with("Access-Control-Allow-Methods", request.headers().text("Access-Control-Request-Method"))
                        .with("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept")
                        .with("Access-Control-Max-Age", "600")
                : permission;
    }

    private static boolean isPreflight(HttpRequest request) {
        return request.method().equals("OPTIONS") && request.headers().has("Access-Control-Request-Method");
    }
}
