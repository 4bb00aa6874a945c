package io.platformapi.contract.http;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The methods that OpenAPI describes, as its path items name them. */
public final class Methods {

    /** Of OpenAPI 3.2, the newest last. */
    public static final List<String> ALL =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    /** Of OpenAPI 2.0, whose {@code trace} would be a field that nobody knows. */
    public static final List<String> OF_SWAGGER = ALL.subList(0, ALL.indexOf("trace"));

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY");

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY");

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private Methods() {}

    /** Whether a request of this method means to change nothing (RFC 9110, section 9.2.1); one of unknown name may. */
    public static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    /** Whether a request of this method does the same when it is sent again (RFC 9110, section 9.2.2). */
    public static boolean isIdempotent(String method) {
        return IDEMPOTENT.contains(method);
    }

    /**
     * The methods that a path answers: those of its operations, and HEAD wherever it answers GET (RFC 9110, section
     * 9.1).
     */
    public static SortedSet<String> answered(Set<String> documented) {
        SortedSet<String> answered = new TreeSet<>(documented);
        if (answered.contains("GET")) {
            answered.add("HEAD");
        }
        return answered;
    }

    /** Whether a text can be a method at all: it is a token (RFC 9110, section 9.1). */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
