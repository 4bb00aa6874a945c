package io.platformapi.contract;

import io.platformapi.contract.source.Node;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An address the API is served at.
 *
 * @param url the address with its variables at their defaults
 * @param basePaths what requests begin with, for each value that the variables may have, the defaults first
 * @param node where it is written
 */
public record Server(String url, List<BasePath> basePaths, Node node) {

    /** How many addresses one of them stands for at most. */
    private static final int MOST = 100;

    /**
     * The path that every request starts with, encoded and without a slash at its end; empty for a server at the root.
     */
    public String basePath() {
        return path(url).replaceAll("/+$", "");
    }

    /** The server that is written at a place. */
    public static Server of(String url, Node node) {
        List<String> urls = List.of(node.text("url", "/"));
        for (Map.Entry<String, Node> variable :
                node.member("variables").members().entrySet()) {
            urls = urls.stream()
                    .flatMap(each -> values(variable.getValue())
                            .map(value -> each.replace("{" + variable.getKey() + "}", value)))
                    .limit(MOST)
                    .toList();
        }
        List<BasePath> paths = Stream.concat(Stream.of(url), urls.stream())
                .map(Server::path)
                .map(BasePath::of)
                .distinct()
                .toList();
        return new Server(url, paths, node);
    }

    private static Stream<String> values(Node variable) {
        return Stream.concat(
                        Stream.of(variable.text("default", "")),
                        variable.member("enum").items().stream()
                                .map(value -> value.json().asText()))
                .distinct();
    }

    private static String path(String url) {
        try {
            return Objects.requireNonNullElse(
                    URI.create(url.replace(" ", "%20")).getRawPath(), "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
