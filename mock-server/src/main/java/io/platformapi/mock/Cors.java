package io.platformapi.mock;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cross-origin requests, all let in: a page under development comes from some other port. Answers preflights itself,
 * and marks the answers to everything else so that browsers hand them over.
 */
final class Cors {

    private static final String ORIGIN = "Access-Control-Allow-Origin";
    private static final String CREDENTIALS = "Access-Control-Allow-Credentials";
    private static final String EXPOSED = "Access-Control-Expose-Headers";
    private static final Headers ANYBODY = Headers.of(ORIGIN, "*", EXPOSED, "*");

    /** The fields of an answer that anybody may read, beside the fields it was made with. */
    private record Open(Headers headers) {}

    private Cors() {}

    /** The answer to a preflight (Fetch, section 3.2.2); empty for every other request. */
    static Optional<HttpResponse> preflight(HttpRequest request) {
        if (!request.method().equals("OPTIONS")) {
            return Optional.empty();
        }
        Optional<String> origin = request.headers().first("Origin");
        Optional<String> method = request.headers().first("Access-Control-Request-Method");
        if (origin.isEmpty() || method.isEmpty()) {
            return Optional.empty();
        }
        String wanted = request.headers().text("Access-Control-Request-Headers");
        return Optional.of(HttpResponse.of(
                204,
                Headers.of(Map.of(
                        ORIGIN,
                        List.of(origin.get()),
                        CREDENTIALS,
                        List.of("true"),
                        "Access-Control-Allow-Methods",
                        List.of(method.get()),
                        "Access-Control-Allow-Headers",
                        List.of(wanted.isEmpty() ? "*" : wanted),
                        "Access-Control-Max-Age",
                        List.of("600"),
                        "Vary",
                        List.of("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers")))));
    }

    /**
     * The answer, readable by the page that asked; a {@code *} would not do for requests with credentials. Browsers
     * take one word of who may read it, so ours stands in place of what an example or an upstream says.
     */
    static HttpResponse readable(HttpResponse response, HttpRequest request) {
        Headers own = response.headers();
        Headers readable = request.headers()
                .first("Origin")
                .map(origin -> own.with(Headers.of(
                                ORIGIN, origin, CREDENTIALS, "true", EXPOSED, String.join(", ", own.names())))
                        .and("Vary", "Origin"))
                .orElseGet(() -> own.kept(Open.class, made -> new Open(made.with(ANYBODY)))
                        .headers());
        return new HttpResponse(response.status(), readable, response.body());
    }
}
