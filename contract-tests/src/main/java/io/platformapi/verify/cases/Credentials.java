package io.platformapi.verify.cases;

import io.platformapi.contract.Contract;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user gave to be let in.
 *
 * @param headers header fields for every request
 * @param secret the names of those that hold credentials, regardless of case
 */
public record Credentials(Headers headers, Set<String> secret) {

    /** The user's header fields; which of them are credentials, HTTP and the contract's security schemes tell. */
    public static Credentials of(Headers headers, Contract contract) {
        Set<String> secret = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        secret.addAll(Set.of("Authorization", "Proxy-Authorization", "Cookie"));
        contract.securitySchemes().values().stream()
                .filter(scheme -> scheme.in().equals("header"))
                .map(SecurityScheme::parameter)
                .forEach(secret::add);
        return new Credentials(headers, secret);
    }

    /** Whether a header field must not be shown. */
    public boolean isSecret(String header) {
        return secret.contains(header);
    }

    /** A request as a stranger would send it. */
    HttpRequest without(HttpRequest request) {
        Headers[] left = {Headers.none()};
        request.headers().forEach((name, value) -> {
            if (!isSecret(name)) {
                left[0] = left[0].and(name, value);
            }
        });
        return new HttpRequest(request.method(), request.path(), request.query(), left[0], request.body());
    }
}
