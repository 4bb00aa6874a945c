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
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", title(refusal));
        problem.put("status", status(refusal));
        problem.put("detail", refusal.message());
        if (!refusal.violations().isEmpty()) {
            ArrayNode errors = problem.putArray("errors");
            refusal.violations().forEach(violation -> describe(errors.addObject(), violation));
        }
        return HttpResponse.of(status(refusal), "application/problem+json", new Json().write(problem))
                .with(refusal.headers());
    }

    /** A body that cannot be parsed is 400; a request that can, but breaks the contract, is 422 (RFC 9110, 15.5.21). */
    static int status(Refusal refusal) {
        boolean parsed = refusal.violations().stream()
                .noneMatch(violation -> violation.rule().equals("malformed"));
        return refusal.status() == 400 && parsed ? 422 : refusal.status();
    }

    /** {@code NotAcceptable} becomes {@code Not acceptable}. */
    private static String title(Refusal refusal) {
        if (refusal.code().isEmpty()) {
            return "Invalid request";
        }
        String words = refusal.code().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
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
