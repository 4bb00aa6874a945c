package io.platformapi.compat.schema.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assertion and where its schema document makes it.
 *
 * @param pointer the JSON pointer of the schema that holds the keyword
 * @param keyword the keyword, with what follows it where it has several ({@code properties/name}), "" for a whole
 *     schema
 */
public record PlacedAssertion(Assertion assertion, String pointer, String keyword) {

    /** Where the keyword is {@code $ref}, what it refers to. */
    @Nullable
    public ReferencedSchema target() {
        return assertion instanceof ValueAssertion.Reference reference ? reference.target() : null;
    }

    /** Where the keyword lists branches, these. */
    public List<Conjunction> branches() {
        if (assertion instanceof ValueAssertion.Any any) {
            return any.branches();
        }
        return assertion instanceof ValueAssertion.ExactlyOne one ? one.branches() : List.of();
    }

    /** The schema that it is a keyword of. */
    public String home() {
        String end = "/" + keyword;
        return keyword.isEmpty() || !pointer.endsWith(end)
                ? pointer
                : pointer.substring(0, pointer.length() - end.length());
    }
}
