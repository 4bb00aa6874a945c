package io.platformapi.domain;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values that are there, for reasons the compiler does not see. */
final class Present {

    private Present() {}

    /** A member that the document requires of a request: the request has been checked. */
    static <T> T asked(@Nullable T member) {
        return Objects.requireNonNull(member, "a request that was checked has it");
    }

    /** What every contact, role or connection has. */
    static <T> T kept(@Nullable T member) {
        return Objects.requireNonNull(member, "what is kept has it");
    }

    /** What the store keeps under an id that something else in it refers to. */
    static <K, V> V kept(Map<K, V> all, K id) {
        return Objects.requireNonNull(all.get(id), "what is referred to is there");
    }
}
