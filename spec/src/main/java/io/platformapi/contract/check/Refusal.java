package io.platformapi.contract.check;

import io.platformapi.contract.Route;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.util.List;

/**
 * Why a request is not carried out. The dialect turns it into an answer.
 *
 * @param status the status to answer with
 * @param code what is wrong, in one word of the contract's {@code ErrorCode}, such as {@code NotAcceptable}; empty
 *     where the violations say it
 * @param message the same for people, as a sentence
 * @param violations what is wrong in detail; none where the message says it all
 * @param headers what the status calls for, such as {@code Allow} or {@code Retry-After}
 */
public record Refusal(int status, String code, String message, List<Violation> violations, Headers headers) {

    public Refusal {
        violations = List.copyOf(violations);
    }

    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, List.of(), Headers.none());
    }

    /** A refusal of a request that breaks the contract. */
    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(400, "", "The request does not match the contract.", violations, Headers.none());
    }

    /** The same under another code. */
    public Refusal withCode(String other) {
        return new Refusal(status, other, message, violations, headers);
    }

    /** A refusal of a request that leads nowhere, or comes by a method that is not answered there. */
    public static Refusal unrouted(Route route, HttpRequest request) {
        if (route instanceof Route.MethodNotAllowed other) {
            String allowed = String.join(", ", other.allowed());
            String message = request.path() + " does not answer " + request.method() + ". It answers " + allowed + ".";
            return of(405, "MethodNotAllowed", message).with("Allow", allowed);
        }
        return of(404, "NotFound", "No operation has the path " + request.path() + ".");
    }

    /** A refusal to answer in a type that has no way to write the answer, where another may have one. */
    public static Refusal unwritable(UnwritableValue problem) {
        return of(406, "NotAcceptable", problem.getMessage());
    }

    public Refusal with(String header, String value) {
        return new Refusal(status, code, message, violations, headers.with(header, value));
    }
}
