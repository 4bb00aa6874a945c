package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.util.List;

/**
 * What is wrong with a request, in the place of a value made up: where a document describes problems (RFC 9457) and
 * shows none, there is one that says it.
 */
final class SaidProblem {

    private static final String PROBLEM = "application/problem+json";

    private SaidProblem() {}

    /** The documented failure with a problem of the dialect's own for a body; as it is, where that does not go. */
    static Choice in(Choice documented, HttpResponse own) {
        List<Content> contents = documented.response().contents();
        boolean described = contents.stream()
                        .anyMatch(content -> isProblem(content.type().essence()))
                && own.contentType().filter(type -> isProblem(type.essence())).isPresent();
        if (!described || contents.stream().anyMatch(SaidProblem::isShown)) {
            return documented;
        }
        try {
            JsonNode problem = new Json().read(own.body());
            return contents.stream()
                            .allMatch(
                                    content -> content.schema().faults(problem).isEmpty())
                    ? documented.from(new Choice.Given(problem, Headers.none()))
                    : documented;
        } catch (MalformedBody e) {
            return documented;
        }
    }

    private static boolean isProblem(String type) {
        return type.equals(PROBLEM);
    }

    private static boolean isShown(Content content) {
        return !content.examples().isEmpty()
                || !content.schema().keyword("example").isMissingNode()
                || !content.schema().keyword("examples").isMissingNode();
    }
}
