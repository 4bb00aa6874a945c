package io.platformapi.jaxrs;

import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.admission.Admission.Routed;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The gate of credentials: where the document asks for some, nobody comes in unknown.
 *
 * @param callers tells who sends a request
 */
record CallerGate(Contract contract, KnownCallers callers) {

    /** Lets a request in, by whomever it is. */
    Passage<Optional<Principal>> identified(Routed request) {
        Operation operation = request.route().operation();
        Optional<Principal> caller = callers.caller(request.request(), operation);
        return caller.isPresent() || !asksForCredentials(operation)
                ? request.by(caller)
                : request.refused(unauthorized(operation));
    }

    /** Whether the document lets nobody in without credentials. */
    static boolean asksForCredentials(Operation operation) {
        return !operation.security().isEmpty()
                && operation.security().stream().noneMatch(each -> each.scopes().isEmpty());
    }

    private Refusal unauthorized(Operation operation) {
        Refusal refusal = Refusal.of(Refusal.Kind.CREDENTIALS, "Nobody is known by the credentials of this request.");
        String challenges = operation.security().stream()
                .flatMap(each -> each.scopes().keySet().stream())
                .flatMap(name -> Optional.ofNullable(contract.securitySchemes().get(name)).stream())
                .map(CallerGate::challenge)
                .distinct()
                .collect(Collectors.joining(", "));
        return challenges.isEmpty() ? refusal : refusal.with("WWW-Authenticate", challenges);
    }

    private static String challenge(SecurityScheme scheme) {
        String name = scheme.scheme();
        return switch (scheme.type()) {
            case "http" ->
                name.isEmpty() ? "Bearer" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            case "apiKey" -> "ApiKey";
            default -> "Bearer";
        };
    }
}
