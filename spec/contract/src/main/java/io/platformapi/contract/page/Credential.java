package io.platformapi.contract.page;

import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.page.SampleRequest.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a host takes as a credential, as a caller sends it.
 *
 * @param value what to write in the place of a key or token
 * @param advice how to come by it, in a sentence
 */
public record Credential(String value, String advice) {

    /** The header fields for an operation; none where everybody may call it. */
    List<Field> fields(Contract contract, Operation operation) {
        return schemes(contract, operation).flatMap(this::field).toList();
    }

    /** The pairs of a query for an operation: keys that are sent there. */
    List<String> pairs(Contract contract, Operation operation) {
        return schemes(contract, operation)
                .filter(scheme -> scheme.type().equals("apiKey") && scheme.in().equals("query"))
                .map(scheme -> Percent.encoded(scheme.parameter()) + "=" + Percent.encoded(value))
                .toList();
    }

    private static Stream<SecurityScheme> schemes(Contract contract, Operation operation) {
        return operation.security().stream()
                .limit(1) // any one of them will do
                .flatMap(requirement -> requirement.scopes().keySet().stream())
                .flatMap(name -> Optional.ofNullable(contract.securitySchemes().get(name)).stream());
    }

    private Stream<Field> field(SecurityScheme scheme) {
        return switch (scheme.type()) {
            case "apiKey" -> ofKey(scheme);
            case "http" ->
                Stream.of(
                        scheme.scheme().equals("basic")
                                ? Field.ofLogin(value)
                                : Field.of("Authorization", capital(scheme.scheme()) + " " + value));
            case "oauth2", "openIdConnect" -> Stream.of(Field.of("Authorization", "Bearer " + value));
            default -> Stream.empty();
        };
    }

    private Stream<Field> ofKey(SecurityScheme scheme) {
        return switch (scheme.in()) {
            case "header" -> Stream.of(Field.of(scheme.parameter(), value));
            case "cookie" -> Stream.of(Field.ofCookie(scheme.parameter() + "=" + value));
            default -> Stream.empty();
        };
    }

    private static String capital(String scheme) {
        return scheme.isEmpty() ? scheme : Character.toUpperCase(scheme.charAt(0)) + scheme.substring(1);
    }
}
