package io.platformapi.verify.cases;

import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the user gave to be let in.
 *
 * @param headers header fields for every request
 * @param query query parameters for every request, as plain text
 * @param secret the names of the header fields that hold credentials, regardless of case
 * @param keys the names of the query parameters that hold credentials
 * @param cookies the names of the cookies that do
 * @param other header fields by which another client is let in; none where there is no other
 */
public record Credentials(
        Headers headers,
        Map<String, String> query,
        Set<String> secret,
        Set<String> keys,
        Set<String> cookies,
        Headers other) {

    /** Header fields alone. */
    public Credentials(Headers headers, Set<String> secret) {
        this(headers, Map.of(), secret, Set.of(), Set.of(), Headers.none());
    }

    /** The user's header fields; which of them are credentials, HTTP and the contract's security schemes tell. */
    public static Credentials of(Headers headers, Contract contract) {
        return of(headers, Map.of(), contract);
    }

    /** The user's header fields and query parameters. */
    public static Credentials of(Headers headers, Map<String, String> query, Contract contract) {
        Set<String> secret = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        secret.addAll(Set.of("Authorization", "Proxy-Authorization", "Cookie"));
        secret.addAll(parameters(contract, "header"));
        return new Credentials(
                headers,
                new LinkedHashMap<>(query),
                secret,
                parameters(contract, "query"),
                parameters(contract, "cookie"),
                Headers.none());
    }

    /** The same, and what another client is let in by. */
    public Credentials besides(Headers another) {
        Set<String> hidden = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        hidden.addAll(secret);
        another.forEach((name, value) -> hidden.add(name));
        return new Credentials(headers, query, hidden, keys, cookies, another);
    }

    /** How a request becomes another client's; empty where there is no other. */
    Optional<UnaryOperator<HttpRequest>> another() {
        return other.equals(Headers.none())
                ? Optional.empty()
                : Optional.of(request -> {
                    Headers with = request.headers().with(other);
                    return new HttpRequest(request.method(), request.path(), request.query(), with, request.body());
                });
    }

    private static Set<String> parameters(Contract contract, String in) {
        return contract.securitySchemes().values().stream()
                .filter(scheme -> scheme.in().equals(in))
                .map(SecurityScheme::parameter)
                .collect(Collectors.toSet());
    }

    /** Whether a value of a header field must not be shown; one that nobody was given may be. */
    public boolean isSecret(String header, String value) {
        return isSecret(header) && !WrongCredential.isNobodys(value)
                || GivenSecrets.of(this).isMoved(header, value);
    }

    /** What was given for a scheme in a request, without the name of the scheme; empty where nothing was. */
    String secret(HttpRequest request, SecurityScheme scheme) {
        return switch (scheme.in()) {
            case "header" -> request.headers().text(scheme.parameter());
            case "query" -> query.getOrDefault(scheme.parameter(), "");
            case "cookie" ->
                cookies(request.headers().text("Cookie"))
                        .filter(cookie -> name(cookie).equals(scheme.parameter()))
                        .findFirst()
                        .map(cookie -> cookie.substring(cookie.indexOf('=') + 1))
                        .orElse("");
            default ->
                request.headers().text("Authorization").matches("(?i)Bearer +\\S+")
                        ? WrongCredential.secret(request.headers().text("Authorization"))
                        : "";
        };
    }

    /** Whether a header field must not be shown. */
    public boolean isSecret(String header) {
        return secret.contains(header);
    }

    /** A command for a shell that shows none of the query parameters given: {@code api_key='"$API_KEY"'}. */
    public String hidden(String command) {
        String hidden = command;
        for (String name : query.keySet()) {
            String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            hidden = hidden.replace(pair(name), encoded(name) + "='\"$" + variable + "\"'");
        }
        return GivenSecrets.of(this).hidden(hidden);
    }

    /** A request with the query parameters given, in place of those of the same name; its cookies in one field. */
    HttpRequest in(HttpRequest request) {
        List<String> cookies = request.headers().all("Cookie");
        HttpRequest asked = cookies.size() > 1 ? request.with("Cookie", String.join("; ", cookies)) : request;
        Stream<String> own = pieces(request).filter(piece -> !query.containsKey(name(piece)));
        return query.isEmpty()
                ? asked
                : asked.withQuery(Stream.concat(own, query.keySet().stream().map(this::pair))
                        .collect(Collectors.joining("&")));
    }

    /** Whether nothing was given. */
    public boolean isEmpty() {
        return headers.equals(Headers.none()) && query.isEmpty();
    }

    /** A request that may be written down: without the credentials that were given. */
    public HttpRequest open(HttpRequest request) {
        Headers[] left = {Headers.none()};
        request.headers().forEach((name, value) -> {
            if (!isSecret(name, value)) {
                left[0] = left[0].and(name, value);
            }
        });
        String open = pieces(request)
                .filter(piece -> query.keySet().stream().noneMatch(name -> piece.equals(pair(name))))
                .filter(piece -> GivenSecrets.of(this).pairs().noneMatch(piece::equals))
                .collect(Collectors.joining("&"));
        return new HttpRequest(request.method(), request.path(), open, left[0], request.body());
    }

    /** A request with all that was given. */
    public HttpRequest given(HttpRequest request) {
        Headers with = request.headers().with(headers);
        return in(new HttpRequest(request.method(), request.path(), request.query(), with, request.body()));
    }

    /** A request as a stranger would send it. */
    HttpRequest without(HttpRequest request) {
        Headers[] left = {Headers.none()};
        request.headers().forEach((name, value) -> {
            if (!isSecret(name)) {
                left[0] = left[0].and(name, value);
            }
        });
        Predicate<String> isKey = piece -> query.containsKey(name(piece)) && keys.contains(name(piece));
        String open = pieces(request).filter(isKey.negate()).collect(Collectors.joining("&"));
        return new HttpRequest(request.method(), request.path(), open, left[0], request.body());
    }

    /** The same request with credentials that nobody was given, by what is wrong with them; none where it has none. */
    Map<String, HttpRequest> wrong(HttpRequest request) {
        Map<String, HttpRequest> wrong = new LinkedHashMap<>();
        if (headers.has("Cookie") && cookies(headers.text("Cookie")).noneMatch(this::isCookieKey)) {
            return wrong; // which of its cookies lets in, nobody says
        }
        Map<String, UnaryOperator<String>> ways = new LinkedHashMap<>();
        ways.put("wrong", WrongCredential::wrong);
        ways.put("altered", WrongCredential::altered);
        ways.put("other-case", WrongCredential::folded);
        ways.put("empty", WrongCredential::empty);
        ways.put("other", WrongCredential::ofAnotherScheme);
        ways.forEach((what, way) -> {
            HttpRequest other = with(request, way);
            if (!other.headers().equals(request.headers()) || !other.query().equals(request.query())) {
                wrong.put(what, other);
            }
        });
        return wrong;
    }

    private HttpRequest with(HttpRequest request, UnaryOperator<String> way) {
        Headers[] changed = {Headers.none()};
        request.headers().forEach((name, value) -> {
            boolean cookie = name.equalsIgnoreCase("Cookie");
            String other = cookie ? changed(value, way) : isSecret(name) ? way.apply(value) : value;
            changed[0] = changed[0].and(name, other);
        });
        String asked = pieces(request)
                .map(piece -> query.containsKey(name(piece)) && keys.contains(name(piece))
                        ? encoded(name(piece)) + "=" + encoded(way.apply(query.getOrDefault(name(piece), "")))
                        : piece)
                .collect(Collectors.joining("&"));
        return new HttpRequest(request.method(), request.path(), asked, changed[0], request.body());
    }

    static Stream<String> cookies(String field) {
        return Arrays.stream(field.split(";\\s*")).filter(cookie -> !cookie.isEmpty());
    }

    boolean isCookieKey(String cookie) {
        return cookies.contains(name(cookie));
    }

    private String changed(String field, UnaryOperator<String> way) {
        return cookies(field)
                .map(cookie -> isCookieKey(cookie)
                        ? name(cookie) + "=" + way.apply(cookie.substring(cookie.indexOf('=') + 1))
                        : cookie)
                .collect(Collectors.joining("; "));
    }

    /**
     * The same request with what was given for other schemes alone; empty where nothing was.
     *
     * @param listed the schemes that let in, of which none is left
     */
    Optional<HttpRequest> byOthers(HttpRequest request, List<SecurityScheme> listed, List<SecurityScheme> all) {
        HttpRequest open = listed.stream().reduce(request, this::without, (one, other) -> other);
        boolean isOfAnother = all.stream()
                .filter(scheme -> !listed.contains(scheme))
                .anyMatch(scheme -> !without(open, scheme).equals(open));
        return isOfAnother ? Optional.of(open) : Optional.empty();
    }

    /** A request without what was given for a scheme; the very same where it has nothing of that. */
    private HttpRequest without(HttpRequest request, SecurityScheme scheme) {
        return switch (scheme.in()) {
            case "header" -> request.without(scheme.parameter());
            case "query" -> query.containsKey(scheme.parameter()) ? without(request, scheme.parameter()) : request;
            case "cookie" -> withoutCookie(request, scheme.parameter());
            default -> request.without("Authorization");
        };
    }

    private static HttpRequest without(HttpRequest request, String parameter) {
        return request.withQuery(
                pieces(request).filter(piece -> !name(piece).equals(parameter)).collect(Collectors.joining("&")));
    }

    private static HttpRequest withoutCookie(HttpRequest request, String cookie) {
        String field = request.headers().text("Cookie");
        String left = cookies(field).filter(one -> !name(one).equals(cookie)).collect(Collectors.joining("; "));
        return left.equals(field) ? request : left.isEmpty() ? request.without("Cookie") : request.with("Cookie", left);
    }

    private String pair(String name) {
        return encoded(name) + "=" + encoded(query.getOrDefault(name, ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Stream<String> pieces(HttpRequest request) {
        return Arrays.stream(request.query().split("&")).filter(piece -> !piece.isEmpty());
    }

    private static String name(String piece) {
        return piece.replaceFirst("=.*", "").replace("%20", " ");
    }
}
