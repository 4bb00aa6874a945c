package io.platformapi.contract.check;

import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The credentials that requests have, by their form alone: whose they are is not asked.
 *
 * @param schemes the ways to authenticate, by name
 */
public record GivenCredentials(Map<String, SecurityScheme> schemes) {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +\\S+ *");
    private static final Pattern BASIC = Pattern.compile("(?i)Basic\\s+(\\S+)\\s*");
    private static final Pattern DIGEST = Pattern.compile("(?i)Digest\\s+\\S.*");
    private static final List<String> DIGEST_PARTS = List.of("username", "realm", "nonce", "uri", "response");

    /** Whether a request has all that a requirement asks for, as far as this can judge. */
    public boolean meet(SecurityRequirement requirement, HttpRequest request) {
        for (String name : requirement.scopes().keySet()) {
            SecurityScheme scheme = schemes.get(name);
            if (scheme != null && !isGiven(scheme, request)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGiven(SecurityScheme scheme, HttpRequest request) {
        String authorization = request.headers().first("Authorization").orElse("");
        return switch (kind(scheme)) {
            case "apiKey" -> hasKey(scheme, request);
            case "basic" -> isBasic(authorization);
            case "digest" -> isDigest(authorization);
            case "bearer" -> BEARER.matcher(authorization).matches();
            default -> true;
        };
    }

    /** Schemes that end in a token are alike; what this look cannot judge, such as a client certificate, is let in. */
    public static String kind(SecurityScheme scheme) {
        return switch (scheme.type()) {
            case "http" -> scheme.scheme();
            case "oauth2", "openIdConnect" -> "bearer";
            default -> scheme.type();
        };
    }

    private static boolean hasKey(SecurityScheme scheme, HttpRequest request) {
        String name = scheme.parameter();
        return switch (scheme.in()) {
            case "query" ->
                Query.of(request.query()).named(name).stream()
                        .anyMatch(pair -> !pair.raw().isEmpty());
            case "cookie" ->
                request.headers().all("Cookie").stream()
                        .anyMatch(cookies -> cookies.matches("(.*;\\s*)?" + Pattern.quote(name) + "=[^;]+.*"));
            default -> !request.headers().text(name).isBlank();
        };
    }

    private static boolean isBasic(String authorization) {
        var credentials = BASIC.matcher(authorization);
        try {
            return credentials.matches()
                    && new String(Base64.getDecoder().decode(credentials.group(1)), StandardCharsets.UTF_8)
                            .contains(":");
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean isDigest(String authorization) {
        return DIGEST.matcher(authorization).matches()
                && DIGEST_PARTS.stream().allMatch(part -> authorization.contains(part + "="));
    }
}
