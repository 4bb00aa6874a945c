package io.platformapi.contract;

import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * The body of a request.
 *
 * @param required whether a request must have one
 * @param contents the types it may have, in the order of the document
 * @param node where it is written, behind its reference
 */
public record RequestBody(boolean required, List<Content> contents, Node node) {

    /** The content declared for a type: exactly, else by the closest range. */
    public Optional<Content> content(MediaType type) {
        return Contents.of(contents, type);
    }
}
