package io.platformapi.verify.cases;

import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.http.HttpRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts the credentials of a request where the document does not say that they may stand: keys in the query, a header
 * field or a cookie of their name, tokens in the query (RFC 6750, section 2.3) and a cookie.
 */
final class MovedCredentials {

    private static final Set<String> OF_TOKENS = Set.of("oauth2", "openIdConnect");

    private final Credentials credentials;
    private final Map<String, SecurityScheme> schemes;

    MovedCredentials(Credentials credentials, Map<String, SecurityScheme> schemes) {
        this.credentials = credentials;
        this.schemes = schemes;
    }

    /** The request without credentials where they belong; empty where it has none, or all places are documented. */
    Optional<HttpRequest> elsewhere(Operation operation, HttpRequest request) {
        HttpRequest stranger = credentials.without(request);
        HttpRequest moved = stranger;
        for (SecurityScheme scheme : listed(operation).toList()) {
            String secret = credentials.secret(request, scheme);
            if (secret.matches("[A-Za-z0-9._~+/=-]+")) {
                moved = moved(moved, operation, scheme, secret);
            }
        }
        return moved.equals(stranger) ? Optional.empty() : Optional.of(moved);
    }

    /** Whether tokens may stand elsewhere by a standard that the document names: a server may let them. */
    boolean isLeftOpen(Operation operation) {
        return listed(operation).anyMatch(scheme -> OF_TOKENS.contains(scheme.type()));
    }

    private Stream<SecurityScheme> listed(Operation operation) {
        return operation.security().stream()
                .flatMap(one -> one.scopes().keySet().stream())
                .distinct()
                .map(schemes::get)
                .filter(Objects::nonNull);
    }

    private HttpRequest moved(HttpRequest request, Operation operation, SecurityScheme scheme, String secret) {
        String name = scheme.parameter().isEmpty() ? GivenSecrets.TOKEN : scheme.parameter();
        HttpRequest moved = request;
        if (isFree(operation, In.QUERY, name)) {
            String pair = Credentials.encoded(name) + "=" + Credentials.encoded(secret);
            moved = moved.withQuery(moved.query().isEmpty() ? pair : moved.query() + "&" + pair);
        }
        if (isFree(operation, In.COOKIE, name) && !moved.headers().has("Cookie")) {
            moved = moved.with("Cookie", name + "=" + secret);
        }
        if (!scheme.parameter().isEmpty() && isFree(operation, In.HEADER, name)) {
            moved = moved.with(name, secret);
        }
        return moved;
    }

    /** Whether nobody says that something of the name stands there. */
    private boolean isFree(Operation operation, In in, String name) {
        Collection<SecurityScheme> all = schemes.values();
        return operation.parameter(in, name).isEmpty()
                && all.stream()
                        .noneMatch(scheme -> scheme.in().equals(in.keyword())
                                && scheme.parameter().equalsIgnoreCase(name));
    }
}
