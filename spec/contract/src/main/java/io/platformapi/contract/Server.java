package io.platformapi.contract;

import io.platformapi.contract.source.Node;
import java.net.URI;

/**
 * An address the API is served at.
 *
 * @param url the address with its variables at their defaults
 * @param node where it is written
 */
public record Server(String url, Node node) {

    /** The path every request starts with, without a trailing slash; empty for a server at the root. */
    public String basePath() {
        try {
            String path = URI.create(url).getRawPath();
            return path == null ? "" : path.replaceAll("/+$", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
