package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A way to break a request, whether or not the contract calls the result broken.
 *
 * @param source what was broken: the example, or the number of a made-up input
 * @param place the part of the request and the pointer in it, such as {@code /query/limit}
 * @param rule what is broken, such as {@code maximum}
 * @param input the broken request, but for the rest as small as it can be
 */
record Break(String source, String place, String rule, RequestValues input) {

    private static final String BODY = "/body";

    /** The same for each item of a list. */
    String kindOfPlace() {
        return place.replaceAll("/\\d+(?=/|$)", "/*");
    }

    /** The same with a body of what leads to the place and what is required; empty where no body is broken. */
    Optional<Break> smaller() {
        if (!place.startsWith(BODY) || input.content() == null || !input.hasBody()) {
            return Optional.empty();
        }
        JsonNode body = Smaller.of(input.content().schema(), input.body(), place.substring(BODY.length()));
        return Optional.of(new Break(source, place, rule, input.withBody(body)));
    }

    String name() {
        return source + place + "/" + rule;
    }
}
