package io.platformapi.verify.chains;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.Methods;
import io.platformapi.verify.checks.Exchange;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entity tags of the current versions of resources, by their paths, as far as answers tell them. */
final class CurrentTags {

    private static final Set<String> TELLING = Set.of("GET", "PUT", "PATCH");

    private final Map<String, String> tags = new HashMap<>();

    /** Takes from an answer which version there is now; what was changed without a word of that is not known. */
    void saw(Exchange exchange) {
        HttpRequest request = exchange.asked().request();
        String tag = exchange.answer().headers().text("ETag");
        boolean told = TELLING.contains(request.method()) && !tag.isEmpty();
        if (!exchange.isAnsweredWith(2)) {
            return;
        }
        if (told) {
            tags.put(request.path(), tag);
        } else if (!Methods.isSafe(request.method())) {
            tags.remove(request.path());
        }
    }

    /** The tag of the version at a path; empty where it is not known. */
    Optional<String> of(String path) {
        return Optional.ofNullable(tags.get(path));
    }
}
