package io.platformapi.contract;

import io.platformapi.contract.source.Node;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An address the API is served at.
 *
 * @param url the address with its variables at their defaults
 * @param node where it is written
 */
public record Server(String url, Node node) {

    /** How many addresses one of them stands for at most. */
    private static final int MOST = 100;

    /** The path every request starts with, without a trailing slash; empty for a server at the root. */
    public String basePath() {
        return basePath(url);
    }

    /** The same for each value that its variables may have, the defaults first. */
    public List<String> basePaths() {
        List<String> urls = List.of(node.text("url", "/"));
        for (Map.Entry<String, Node> variable :
                node.member("variables").members().entrySet()) {
            urls = urls.stream()
                    .flatMap(each -> values(variable.getValue())
                            .map(value -> each.replace("{" + variable.getKey() + "}", value)))
                    .limit(MOST)
                    .toList();
        }
        return Stream.concat(Stream.of(url), urls.stream())
                .map(Server::basePath)
                .distinct()
                .toList();
    }

    private static Stream<String> values(Node variable) {
        return Stream.concat(
                        Stream.of(variable.text("default", "")),
                        variable.member("enum").items().stream()
                                .map(value -> value.json().asText()))
                .distinct();
    }

    private static String basePath(String url) {
        try {
            String path = URI.create(url.replace(" ", "%20")).getRawPath();
            return path == null ? "" : path.replaceAll("/+$", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
