package io.platformapi.domain;

import java.util.Optional;

/**
 * Which of a list's connections are asked for, the newest first.
 *
 * @param after the one before them; empty for the newest
 * @param most how many
 */
public record Stretch(Optional<Connection> after, int most) {

    /** The newest, so many of them. */
    public static Stretch first(int most) {
        return new Stretch(Optional.empty(), most);
    }
}
