package io.platformapi.compat.schema.reading;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where references lead. */
@FunctionalInterface
public interface References {

    /**
     * A schema and its place.
     *
     * @param pointer the JSON pointer that reports name
     */
    record Located(JsonNode schema, String pointer) {}

    /**
     * What a reference leads to.
     *
     * @param reference the text of the {@code $ref}
     * @param from the pointer of the schema that holds it
     */
    Optional<Located> resolve(String reference, String from);

    /** References within one document. */
    static References within(JsonNode document) {
        return (reference, from) -> {
            if (!reference.equals("#") && !reference.startsWith("#/")) {
                return Optional.empty();
            }
            String pointer = URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            JsonNode found = document.at(JsonPointer.compile(pointer));
            return found.isMissingNode() ? Optional.empty() : Optional.of(new Located(found, pointer));
        };
    }

    /** A name as a segment of a JSON pointer. */
    static String escape(String name) {
        return Node.escape(name);
    }
}
