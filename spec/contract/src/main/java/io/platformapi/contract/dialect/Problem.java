package io.platformapi.contract.dialect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.http.HttpResponse;

/** A refusal as {@code application/problem+json} (RFC 9457), every violation in its {@code errors}. */
final class Problem {

    private Problem() {}

    static HttpResponse of(Refusal refusal) {
        return of(refusal, Statuses.of(refusal.kind()));
    }

    /** The same with another status: both say the same (RFC 9457, section 3.1.2). */
    static HttpResponse of(Refusal refusal, int status) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        boolean named = status == Statuses.of(refusal.kind()) || refusal.isOfInvalid();
        problem.put("title", named ? title(refusal.kind()) : "Failure");
        problem.put("status", status);
        problem.put("detail", refusal.message());
        if (!refusal.violations().isEmpty()) {
            ArrayNode errors = problem.putArray("errors");
            refusal.violations().forEach(violation -> describe(errors.addObject(), violation));
        }
        return HttpResponse.of(status, "application/problem+json", new Json().write(problem))
                .with(refusal.headers());
    }

    private static String title(Refusal.Kind kind) {
        return switch (kind) {
            case UNROUTED -> "Not found";
            case METHOD -> "Method not allowed";
            case CREDENTIALS -> "Unauthorized";
            case TOO_MANY -> "Too many requests";
            case TOO_LARGE -> "Payload too large";
            case MEDIA_TYPE -> "Unsupported media type";
            case UNACCEPTABLE -> "Not acceptable";
            case UNPARSABLE, INVALID -> "Invalid request";
            case FORBIDDEN -> "Forbidden";
            case PREFERENCE -> "Preference not understood";
            case UNDOCUMENTED -> "Not documented";
            case UNANSWERED -> "Nothing documented";
            case UNANSWERABLE -> "Not answerable";
            case INVALID_ANSWER -> "Invalid response";
            case NO_HTTP -> "Bad request";
            case TIMEOUT -> "Request timeout";
            case LONG_TARGET -> "Uri too long";
            case LARGE_HEADERS -> "Headers too large";
            case CODING -> "Not implemented";
            case VERSION -> "Version not supported";
            case FAILURE -> "Internal error";
        };
    }

    private static void describe(ObjectNode error, Violation violation) {
        error.put("in", violation.in().keyword());
        if (!violation.name().isEmpty()) {
            error.put("name", violation.name());
        }
        error.put("pointer", violation.pointer());
        error.put("rule", violation.rule());
        error.put("detail", violation.toString());
    }
}
