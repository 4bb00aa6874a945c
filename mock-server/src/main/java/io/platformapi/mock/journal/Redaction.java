package io.platformapi.mock.journal;

import io.platformapi.contract.In;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Query;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Requests as others may see them: without the credentials in header fields and query; bodies are no matter of this.
 */
public final class Redaction {

    /** Stands where something was. */
    public static final String HIDDEN = "…";

    private static final Set<String> USUAL =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key");

    private final Set<String> keys;
    private final Set<String> fields;

    private Redaction(Set<String> keys, Set<String> fields) {
        this.keys = keys;
        this.fields = fields;
    }

    /** Hides what the contract, or custom, says is a credential. */
    public static Redaction of(Contract contract) {
        Collection<SecurityScheme> schemes = contract.securitySchemes().values();
        return new Redaction(
                named(schemes, "query"),
                named(schemes, "header").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> named(Collection<SecurityScheme> schemes, String in) {
        return schemes.stream()
                .filter(scheme -> scheme.in().equals(in))
                .map(SecurityScheme::parameter)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Path and query, keys in the query hidden. */
    public String target(HttpRequest request) {
        if (request.query().isEmpty() || keys.isEmpty()) {
            return request.target();
        }
        return request.path() + "?"
                + Query.of(request.query()).pairs().stream()
                        .map(pair -> pair.name() + "=" + (keys.contains(pair.name()) ? HIDDEN : pair.raw()))
                        .collect(Collectors.joining("&"));
    }

    /** Whether a parameter or header field may be a credential; cookies are taken for such, all of them. */
    public boolean hides(In in, String name) {
        return switch (in) {
            case QUERY -> keys.contains(name);
            case QUERYSTRING -> !keys.isEmpty();
            case HEADER -> !field(name, "").isEmpty();
            case COOKIE -> true;
            default -> false;
        };
    }

    /** The value of a parameter in the query, hidden if it is a credential. */
    public String parameter(Query.Pair pair) {
        return keys.contains(pair.name()) ? HIDDEN : pair.value();
    }

    /** The value of a header field, hidden if it is a credential. */
    public String field(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        return USUAL.contains(lower) || fields.contains(lower) ? HIDDEN : value;
    }
}
