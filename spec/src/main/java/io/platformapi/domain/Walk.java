package io.platformapi.domain;

import java.util.List;
import java.util.Optional;

/**
 * A way through the connections of a contact, the newest first, page by page.
 *
 * @param after the one that it has come to; empty at the beginning
 * @param page how many a page has
 * @param left how many may come yet
 */
record Walk(Optional<Connection> after, int page, int left) {

    static Walk of(int page, int most) {
        return new Walk(Optional.empty(), page, most);
    }

    /** What the next page has. */
    Stretch stretch() {
        return new Stretch(after, Math.min(page, left));
    }

    /** The way on, if what was read was all that was asked for and not all there may be. */
    Optional<Walk> beyond(List<Connection> read) {
        int most = stretch().most();
        return read.size() < most || left == most
                ? Optional.empty()
                : Optional.of(new Walk(Optional.of(read.get(read.size() - 1)), page, left - most));
    }
}
