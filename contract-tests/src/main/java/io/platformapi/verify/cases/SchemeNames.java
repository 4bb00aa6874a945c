package io.platformapi.verify.cases;

import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spells credentials with the name of their scheme in other letters, or without it (RFC 9110, section 11). */
final class SchemeNames {

    private static final Pattern NAMED = Pattern.compile("(?i)(Bearer|Basic)( +)(\\S.*)");

    private final Map<String, SecurityScheme> schemes;

    SchemeNames(Contract contract) {
        this.schemes = contract.securitySchemes();
    }

    /** A request whose scheme is named in other letters, which are as good (RFC 9110, section 11.1). */
    Optional<HttpRequest> otherwise(Operation operation, HttpRequest request) {
        return changed(operation, request, named -> other(named.group(1)) + named.group(2) + named.group(3));
    }

    /** A request with a secret that no scheme is named for: none of any (RFC 9110, section 11.4). */
    Optional<HttpRequest> unnamed(Operation operation, HttpRequest request) {
        return changed(operation, request, named -> named.group(3));
    }

    private Optional<HttpRequest> changed(Operation operation, HttpRequest request, Function<Matcher, String> way) {
        return Optional.of(NAMED.matcher(request.headers().text("Authorization")))
                .filter(named -> isNamed(operation) && named.matches())
                .map(named -> request.with("Authorization", way.apply(named)));
    }

    /** Whether HTTP says how all credentials of an operation are written; what a key is, the document alone does. */
    private boolean isNamed(Operation operation) {
        List<SecurityScheme> listed = operation.security().stream()
                .flatMap(one -> one.scopes().keySet().stream())
                .flatMap(name -> Optional.ofNullable(schemes.get(name)).stream())
                .toList();
        return listed.stream().anyMatch(scheme -> !scheme.type().equals("apiKey"))
                && listed.stream().noneMatch(scheme -> scheme.parameter().equalsIgnoreCase("Authorization"));
    }

    private static String other(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return name.equals(small) ? name.toUpperCase(Locale.ROOT) : small;
    }
}
