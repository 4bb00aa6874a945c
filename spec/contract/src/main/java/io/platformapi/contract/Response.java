package io.platformapi.contract;

import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A response of an operation.
 *
 * @param key the key it is documented by: a status such as {@code 200}, a range such as {@code 4XX}, or {@code default}
 * @param description what it means
 * @param headers its header fields by name
 * @param contents the types its body may have, in the order of the document; none for a response without a body
 * @param node where it is written, behind its reference
 */
public record Response(String key, String description, Map<String, Header> headers, List<Content> contents, Node node) {

    /** The content declared for a type: exactly, else by the closest range. */
    public Optional<Content> content(MediaType type) {
        return Contents.of(contents, type);
    }

    /** The status to answer with: the key's own, the first of a range, or the given one for {@code default}. */
    public int status(int otherwise) {
        if (key.equals("default")) {
            return otherwise;
        }
        return key.endsWith("XX") || key.endsWith("xx") ? (key.charAt(0) - '0') * 100 : Integer.parseInt(key);
    }
}
