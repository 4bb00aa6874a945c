package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.checks.Exchange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The last version of each resource that was shown, by its strong entity tag (RFC 9110, section 8.8.1). */
final class Versions {

    private static final int OK = 200;

    private final Map<String, Version> last = new HashMap<>();

    private record Version(String tag, JsonNode shown) {}

    /**
     * The tag that an answer has in common with another version of the same; empty where it has none.
     *
     * @param shown what the answer shows, without what its server changes by itself
     */
    Optional<String> sharedTag(Exchange exchange, JsonNode shown) {
        HttpRequest request = exchange.asked().request();
        String tag = exchange.answer().headers().text("ETag");
        boolean tagged = request.method().equals("GET") && exchange.answer().status() == OK && tag.startsWith("\"");
        if (!tagged) {
            return Optional.empty();
        }
        String asked = request.target() + " " + request.headers().text("Accept");
        Version before = last.put(asked, new Version(tag, shown));
        return before != null && before.tag().equals(tag) && !before.shown().equals(shown)
                ? Optional.of(tag)
                : Optional.empty();
    }
}
