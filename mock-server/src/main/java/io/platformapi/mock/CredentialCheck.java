package io.platformapi.mock;

import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Gates.Anyone;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.GivenCredentials;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The look at a request's credentials: that they are there and of the right form. Whose they are a mock cannot tell, so
 * every key, user and token is as good as another.
 */
final class CredentialCheck {

    private final Map<String, SecurityScheme> schemes;
    private final GivenCredentials credentials;

    CredentialCheck(Map<String, SecurityScheme> schemes) {
        this.schemes = schemes;
        this.credentials = new GivenCredentials(schemes);
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
            if (credentials.meet(requirement, request)) {
                return true;
            }
        }
        return false;
    }

    private static String challenge(SecurityScheme scheme) {
        return switch (GivenCredentials.kind(scheme)) {
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
        return switch (GivenCredentials.kind(scheme)) {
            case "basic" -> "'Authorization: Basic' with user and password";
            case "digest" -> "'Authorization: Digest'";
            case "bearer" -> "'Authorization: Bearer' with a token";
            case "apiKey" -> "'" + scheme.parameter() + "' in the " + scheme.in();
            default -> scheme.name();
        };
    }
}
