package io.platformapi.contract;

import io.platformapi.contract.http.MediaType;
import java.util.List;
import java.util.Optional;

/** Finds the content declared for a media type. */
final class Contents {

    private Contents() {}

    static Optional<Content> of(List<Content> contents, MediaType type) {
        Optional<Content> closest = Optional.empty();
        int most = -1;
        for (Content content : contents) {
            int closeness = content.type().includes(type) ? closeness(content.type(), type) : -1;
            if (closeness > most) { // of equals the first
                closest = Optional.of(content);
                most = closeness;
            }
        }
        return closest;
    }

    private static int closeness(MediaType declared, MediaType type) {
        if (declared.isRange()) {
            return declared.type().equals("*") ? 0 : 1;
        }
        return declared.parameters().equals(type.parameters()) ? 3 : 2;
    }
}
