package io.platformapi.mock;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request as the document knows it, apart from what it tells the mock alone.
 *
 * <p>The session stands in {@code X-Mock-Session}, in the first segment of the path ({@code /~NAME/…}) for clients that
 * can only be given an address, or in the cookie {@code mock-session}. What cannot be sent as {@code Prefer}, from an
 * address bar say, may stand in the query: {@code ?__code=404&__example=…}.
 *
 * @param session the name of the session; empty for everybody's
 * @param request the request without what was for the mock
 * @param problem why the mock cannot make sense of what was for it; empty if it can
 */
record Asked(String session, HttpRequest request, Optional<String> problem) {

    /** The header field with the name of a session. */
    static final String SESSION = "X-Mock-Session";

    private static final String COOKIE = "mock-session=";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern PREFIX = Pattern.compile("/~([^/]*)(/.*)?");
    private static final Map<String, String> PREFERENCES = Map.of(
            "__code", "code",
            "__example", "example",
            "__dynamic", "dynamic",
            "__seed", "seed",
            "__delay", "delay",
            "__fault", "fault");

    static Asked of(HttpRequest sent) {
        HttpRequest request = sent.query().contains("__") ? preferring(sent) : sent;
        if (request.path().startsWith("/~")) {
            Matcher prefix = PREFIX.matcher(request.path());
            if (prefix.matches()) {
                String rest = prefix.group(2) == null ? "/" : prefix.group(2);
                return named(prefix.group(1), request.withPath(rest));
            }
        }
        String field = request.headers().text(SESSION);
        String name = field.isEmpty() ? cookie(request.headers().text("Cookie")) : field;
        return name.isEmpty() ? new Asked(Sessions.COMMON, request, Optional.empty()) : named(name, request);
    }

    private static Asked named(String name, HttpRequest request) {
        return NAME.matcher(name).matches()
                ? new Asked(name, request, Optional.empty())
                : new Asked(
                        Sessions.COMMON,
                        request,
                        Optional.of("No session has such a name: write up to 100 letters, digits, '.', '_' and '-'."));
    }

    private static String cookie(String cookies) {
        return cookies.isEmpty()
                ? ""
                : Arrays.stream(cookies.split(";"))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(COOKIE))
                        .findFirst()
                        .map(cookie -> cookie.substring(COOKIE.length()))
                        .orElse("");
    }

    /** The request with its wishes in {@code Prefer} instead of the query. */
    private static HttpRequest preferring(HttpRequest request) {
        List<String> pieces = List.of(request.query().split("&"));
        String wishes = pieces.stream()
                .map(piece -> Query.of(piece).pairs())
                .flatMap(List::stream)
                .filter(pair -> PREFERENCES.containsKey(pair.name()))
                .map(pair -> PREFERENCES.get(pair.name()) + "=" + quoted(pair.value()))
                .collect(Collectors.joining(", "));
        if (wishes.isEmpty()) {
            return request;
        }
        String rest = pieces.stream()
                .filter(piece ->
                        Query.of(piece).pairs().stream().noneMatch(pair -> PREFERENCES.containsKey(pair.name())))
                .collect(Collectors.joining("&"));
        String sent = request.headers().text("Prefer");
        return request.withQuery(rest).with("Prefer", sent.isEmpty() ? wishes : wishes + ", " + sent);
    }

    private static String quoted(String value) {
        return "\"" + value.replaceAll("[\"\\\\]", "\\\\$0") + "\"";
    }
}
