package io.platformapi.verify;

import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which option gives the credential that an operation wants, by its security schemes. */
final class CredentialAdvice {

    private static final String USUAL = "--header 'Authorization: Bearer …'";

    private final Contract contract;

    CredentialAdvice(Contract contract) {
        this.contract = contract;
    }

    /** The options, for operations such as {@code GET /pets}: one for each scheme, any of which may do. */
    String options(Collection<String> subjects) {
        List<String> options = contract.operations().stream()
                .filter(operation -> subjects.contains(operation.toString()))
                .flatMap(operation -> operation.security().stream())
                .flatMap(requirement -> requirement.scopes().keySet().stream())
                .distinct()
                .flatMap(name -> Optional.ofNullable(contract.securitySchemes().get(name)).stream())
                .flatMap(CredentialAdvice::option)
                .distinct()
                .toList();
        return options.isEmpty() ? USUAL : options.stream().collect(Collectors.joining(" or "));
    }

    private static Stream<String> option(SecurityScheme scheme) {
        return switch (scheme.type()) {
            case "apiKey" -> Stream.of(ofKey(scheme));
            case "http" -> Stream.of("--header 'Authorization: " + capitalised(scheme.scheme()) + " …'");
            case "oauth2", "openIdConnect" -> Stream.of(USUAL);
            default -> Stream.empty();
        };
    }

    private static String ofKey(SecurityScheme scheme) {
        return switch (scheme.in()) {
            case "query" -> "--query '" + scheme.parameter() + "=…'";
            case "cookie" -> "--header 'Cookie: " + scheme.parameter() + "=…'";
            default -> "--header '" + scheme.parameter() + ": …'";
        };
    }

    private static String capitalised(String scheme) {
        return scheme.isEmpty() ? "Bearer" : scheme.substring(0, 1).toUpperCase(Locale.ROOT) + scheme.substring(1);
    }
}
