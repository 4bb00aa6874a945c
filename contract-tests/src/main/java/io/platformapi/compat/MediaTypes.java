package io.platformapi.compat;

import io.platformapi.contract.Content;
import io.platformapi.contract.http.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Matches the media types of two bodies. */
final class MediaTypes {

    private MediaTypes() {}

    /** The content that takes a type in: the same type, else the narrowest range that includes it. */
    static Optional<Content> understanding(List<Content> contents, MediaType type) {
        return contents.stream()
                .filter(content -> content.type().includes(type))
                .filter(content -> content.type().parameters().equals(type.parameters())
                        || content.type().parameters().isEmpty()
                        || type.parameters().isEmpty())
                .min(Comparator.comparing((Content content) -> !content.type().equals(type))
                        .thenComparing(content -> content.type().isRange())
                        .thenComparing(content -> content.type().type().equals("*")));
    }

    /** The contents of the one that the others do not take in. */
    static List<Content> beyond(List<Content> some, List<Content> others) {
        return some.stream()
                .filter(each -> understanding(others, each.type()).isEmpty())
                .toList();
    }
}
