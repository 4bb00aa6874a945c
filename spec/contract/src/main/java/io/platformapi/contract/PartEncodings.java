package io.platformapi.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of a multipart body are written that are told apart by where they stand (OpenAPI 3.2, section 4.15).
 *
 * @param first of the first parts, one each
 * @param others of all that follow; null where nothing is said
 */
public record PartEncodings(List<Encoding> first, @Nullable Encoding others) {

    /** Where nothing is said. */
    public static final PartEncodings NONE = new PartEncodings(List.of(), null);

    public PartEncodings {
        first = List.copyOf(first);
    }

    /** How the part at a place, counted from 0, is written. */
    public Encoding at(int place) {
        Encoding own = place < first.size() ? first.get(place) : others;
        return own == null ? Encoding.USUAL : own;
    }
}
