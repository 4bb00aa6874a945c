package io.platformapi.contract;

import io.platformapi.contract.http.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the content declared for a media type. */
final class Contents {

    private Contents() {}

    static Optional<Content> of(List<Content> contents, MediaType type) {
        return contents.stream()
                .filter(content -> content.type().includes(type))
                .max(Comparator.comparingInt(content -> closeness(content.type(), type)));
    }

    private static int closeness(MediaType declared, MediaType type) {
        if (declared.isRange()) {
            return declared.type().equals("*") ? 0 : 1;
        }
        return declared.parameters().equals(type.parameters()) ? 3 : 2;
    }
}
