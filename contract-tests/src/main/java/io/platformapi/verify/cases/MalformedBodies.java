package io.platformapi.verify.cases;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.TypedBody;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Breaks a body, so that it is none of its type any more: it is cut off, or has a comma too many.
 *
 * <p>Not every type can be broken: each text is a plain text, and by the URL Standard each is a urlencoded form.
 */
final class MalformedBodies {

    private static final List<String> SYNTAXES = List.of("{\"cut off\": \"", "\"cut off", "<cut-off>");

    private final Oracle oracle;

    MalformedBodies(Oracle oracle) {
        this.oracle = oracle;
    }

    /** The same request with a body that the contract calls malformed. */
    Optional<HttpRequest> cutOff(Operation operation, HttpRequest valid) {
        TypedBody whole = new TypedBody(valid.contentType().orElseThrow(), valid.body());
        byte[] half = Arrays.copyOf(valid.body(), valid.body().length / 2 + 1);
        Stream<byte[]> bodies = Stream.concat(
                whole.type().syntax().equals("json") ? Stream.empty() : Stream.of(half),
                SYNTAXES.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)));
        return bodies.flatMap(bytes -> malformed(operation, valid, bytes).stream())
                .findFirst();
    }

    /**
     * The same request with a comma behind the last value of its JSON; a parser may take it (RFC 8259, section 9), but
     * not for an operation that documents how it refuses what is no JSON.
     */
    Optional<HttpRequest> afterAComma(Operation operation, HttpRequest valid) {
        String text = new String(valid.body(), StandardCharsets.UTF_8).strip();
        return text.matches("(?s)[{\\[].*[^{\\[\\s]\\s*[}\\]]")
                ? malformed(
                        operation,
                        valid,
                        new StringBuilder(text)
                                .insert(text.length() - 1, ',')
                                .toString()
                                .getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** The same request with more behind its JSON, as long as the same holds. */
    Optional<HttpRequest> beforeMore(Operation operation, HttpRequest valid) {
        String text = new String(valid.body(), StandardCharsets.UTF_8).strip();
        return text.matches("(?s)[{\\[].*")
                ? malformed(operation, valid, (text + " x").getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** The same request with parts whose boundary nobody tells. */
    Optional<HttpRequest> withoutBoundary(HttpRequest valid) {
        return valid.contentType()
                .filter(type -> type.parameters().containsKey("boundary"))
                .map(type -> valid.with("Content-Type", type.essence()))
                .filter(request -> !oracle.isAllowed(request));
    }

    private Optional<HttpRequest> malformed(Operation operation, HttpRequest valid, byte[] bytes) {
        return Optional.of(valid.with(new TypedBody(valid.contentType().orElseThrow(), bytes)))
                .filter(request -> oracle.violations(operation, request).stream()
                        .flatMap(List::stream)
                        .anyMatch(violation -> violation.rule().equals("malformed")));
    }
}
