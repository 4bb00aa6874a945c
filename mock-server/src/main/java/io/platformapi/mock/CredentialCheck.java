package io.platformapi.mock;

import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Gates.Anyone;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The look at a request's credentials: that they are there and of the right form. Whose they are a mock cannot tell, so
 * every key, user and token is as good as another.
 */
final class CredentialCheck {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +\\S+ *");
    private static final Pattern BASIC = Pattern.compile("(?i)Basic\\s+(\\S+)\\s*");
    private static final Pattern DIGEST = Pattern.compile("(?i)Digest\\s+\\S.*");
    private static final List<String> DIGEST_PARTS = List.of("username", "realm", "nonce", "uri", "response");

    private final Map<String, SecurityScheme> schemes;

    CredentialCheck(Map<String, SecurityScheme> schemes) {
        this.schemes = schemes;
    }

    /** Refuses a request that satisfies none of the operation's security requirements. */
    Passage<Anyone> identified(Admission.Routed request) {
        Operation operation = request.route().operation();
        List<SecurityRequirement> requirements = operation.security();
        boolean met = requirements.isEmpty() || isAnyMet(requirements, request.request());
        return met
                ? request.by(Anyone.ANYONE)
                : request.refused(
                        new Refusal(Refusal.Kind.CREDENTIALS, message(requirements), List.of(), challenge(operation)));
    }

    /** The field that says how to authenticate for an operation; none where no way is documented. */
    Headers challenge(Operation operation) {
        String challenges = operation.security().stream()
                .flatMap(requirement -> requirement.scopes().keySet().stream())
                .flatMap(name -> Optional.ofNullable(schemes.get(name)).stream())
                .map(CredentialCheck::challenge)
                .distinct()
                .collect(Collectors.joining(", "));
        return challenges.isEmpty() ? Headers.none() : Headers.of("WWW-Authenticate", challenges);
    }

    private boolean isAnyMet(List<SecurityRequirement> requirements, HttpRequest request) {
        for (SecurityRequirement requirement : requirements) {
            if (isMet(requirement, request)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMet(SecurityRequirement requirement, HttpRequest request) {
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
    private static String kind(SecurityScheme scheme) {
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

    private static String challenge(SecurityScheme scheme) {
        return switch (kind(scheme)) {
            case "basic" -> "Basic realm=\"mock\", charset=\"UTF-8\"";
            case "digest" -> "Digest realm=\"mock\", nonce=\"mock\", qop=\"auth\"";
            case "bearer" -> "Bearer";
            case "apiKey" -> "ApiKey name=\"" + scheme.parameter() + "\", in=\"" + scheme.in() + "\"";
            default -> scheme.name();
        };
    }

    private String message(List<SecurityRequirement> requirements) {
        List<String> ways = requirements.stream()
                .map(requirement -> String.join(
                        " and ",
                        requirement.scopes().keySet().stream()
                                .flatMap(name -> Optional.ofNullable(schemes.get(name)).stream())
                                .map(CredentialCheck::way)
                                .toList()))
                .toList();
        return "The request has no credentials of the form the operation asks for: send " + String.join(", or ", ways)
                + ".";
    }

    private static String way(SecurityScheme scheme) {
        return switch (kind(scheme)) {
            case "basic" -> "'Authorization: Basic' with user and password";
            case "digest" -> "'Authorization: Digest'";
            case "bearer" -> "'Authorization: Bearer' with a token";
            case "apiKey" -> "'" + scheme.parameter() + "' in the " + scheme.in();
            default -> scheme.name();
        };
    }
}
