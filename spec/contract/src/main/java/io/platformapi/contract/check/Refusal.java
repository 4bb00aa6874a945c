package io.platformapi.contract.check;

import io.platformapi.contract.Route;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.Gzip;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.schema.Breach;
import java.util.List;
import java.util.Optional;

/**
 * Why a request is not carried out. The dialect turns it into an answer: status, code and document follow from the
 * kind.
 *
 * @param kind what is wrong
 * @param message the same for people, as a sentence
 * @param violations what is wrong in detail; none where the message says it all
 * @param headers what the kind calls for, such as {@code Allow} or {@code Retry-After}
 */
public record Refusal(Kind kind, String message, List<Violation> violations, Headers headers) {

    /** What is wrong, first as the way in finds it, then by what a mock or a server finds besides. */
    public enum Kind {
        /** No operation has the path. */
        UNROUTED,
        /** The path is not answered by this method. */
        METHOD,
        /** Nobody is known by the credentials, or there are none. */
        CREDENTIALS,
        /** The client asks too often. */
        TOO_MANY,
        /** The body is larger than what is read. */
        TOO_LARGE,
        /** The body is of a type that is not read. */
        MEDIA_TYPE,
        /** The client accepts no type that there is. */
        UNACCEPTABLE,
        /** The body is not what its type says. */
        UNPARSABLE,
        /** Values are not what the contract says. */
        INVALID,
        /** The client may not do this. */
        FORBIDDEN,
        /** The client wishes what a mock cannot make out. */
        PREFERENCE,
        /** The client wishes an answer that the document does not have. */
        UNDOCUMENTED,
        /** The document has no answer to the operation. */
        UNANSWERED,
        /** The document's answer cannot be sent. */
        UNANSWERABLE,
        /** The document's answer does not match its own schema. */
        INVALID_ANSWER,
        /** This is no HTTP. */
        NO_HTTP,
        /** The request does not come to its end. */
        TIMEOUT,
        /** Path and query are longer than what is read. */
        LONG_TARGET,
        /** The header fields are larger than what is read. */
        LARGE_HEADERS,
        /** The body is coded in a way that is not read. */
        CODING,
        /** The version of HTTP is not spoken. */
        VERSION,
        /** Something failed that is no fault of the request. */
        FAILURE
    }

    public Refusal {
        violations = List.copyOf(violations);
    }

    public static Refusal of(Kind kind, String message) {
        return new Refusal(kind, message, List.of(), Headers.none());
    }

    /** A refusal of a request that breaks the contract. */
    public static Refusal invalid(List<Violation> violations) {
        boolean read = violations.stream().noneMatch(violation -> violation.breach() instanceof Breach.Malformed);
        Kind kind = read ? Kind.INVALID : Kind.UNPARSABLE;
        return new Refusal(kind, "The request does not match the contract.", violations, Headers.none());
    }

    /** Whether the request itself breaks the contract, as the violations say. */
    public boolean isOfInvalid() {
        return kind == Kind.INVALID || kind == Kind.UNPARSABLE;
    }

    /** A refusal of a request that leads nowhere, or comes by a method that is not answered there. */
    public static Refusal unrouted(Route route, HttpRequest request) {
        if (route instanceof Route.MethodNotAllowed other) {
            String allowed = String.join(", ", other.allowed());
            String message = request.path() + " does not answer " + request.method() + ". It answers " + allowed + ".";
            return of(Kind.METHOD, message).with("Allow", allowed);
        }
        return of(Kind.UNROUTED, "No operation has the path " + request.path() + ".");
    }

    /** The refusal of a body whose coding nobody has undone (RFC 9110, section 8.4); of none that has no coding. */
    public static Optional<Refusal> coded(HttpRequest request) {
        String coding = Gzip.coding(request.headers());
        return coding.isEmpty() || !request.hasBody()
                ? Optional.empty()
                : Optional.of(of(Kind.MEDIA_TYPE, "A body that is coded as '" + coding + "' is not read here.")
                        .with("Accept-Encoding", "identity"));
    }

    /** A refusal to answer in a type that has no way to write the answer, where another may have one. */
    public static Refusal unwritable(UnwritableValue problem) {
        return of(Kind.UNACCEPTABLE, problem.getMessage());
    }

    public Refusal with(String header, String value) {
        return new Refusal(kind, message, violations, headers.with(header, value));
    }
}
