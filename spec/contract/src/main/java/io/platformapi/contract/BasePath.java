package io.platformapi.contract;

import io.platformapi.contract.http.Percent;
import java.util.Optional;

/**
 * The path that all requests to a server begin with.
 *
 * @param text the path, decoded and without a slash at its end; empty for a server at the root
 * @param segments how many segments it has
 */
public record BasePath(String text, int segments) {

    static BasePath of(String encoded) {
        String path = encoded.replaceAll("/+$", "");
        return new BasePath(decoded(path), (int)
                path.chars().filter(letter -> letter == '/').count());
    }

    /** What a path has below this one, whichever of its letters are encoded; empty for one that is not below it. */
    public Optional<String> below(String path) {
        int end = 0;
        for (int left = segments; left > 0 && end >= 0; left--) {
            end = path.indexOf('/', end + 1);
        }
        return end > 0 && decoded(path.substring(0, end)).equals(text)
                ? Optional.of(path.substring(end))
                : Optional.empty();
    }

    private static String decoded(String path) {
        return Percent.decoded(path).orElse(path);
    }
}
