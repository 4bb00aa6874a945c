package io.platformapi.grizzly;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the body of an answer is spread over time: in pieces, each sent when its turn comes.
 *
 * @param ends where each piece ends in the body, in bytes; what is behind the last of them comes with it
 * @param turns runs what it is given when the next piece is to go, on any thread; need not, where none is to go any
 *     more
 * @param source gives each piece when its turn comes, of an answer whose end is not known
 */
public record Pacing(List<Integer> ends, Consumer<Runnable> turns, Optional<PieceSource> source) {

    /** All of it at once. */
    public static final Pacing NONE = new Pacing(List.of(), Runnable::run);

    /** Pieces of a body that is known. */
    public Pacing(List<Integer> ends, Consumer<Runnable> turns) {
        this(ends, turns, Optional.empty());
    }

    /** Pieces that become known. */
    public static Pacing endless(Consumer<Runnable> turns, PieceSource source) {
        return new Pacing(List.of(), turns, Optional.of(source));
    }

    public Pacing {
        ends = List.copyOf(ends);
    }

    /** How much of a body goes with the piece that begins at an offset. */
    int pieceAt(int offset, int length) {
        return ends.stream()
                        .filter(end -> end > offset && end < length)
                        .mapToInt(Integer::intValue)
                        .min()
                        .orElse(length)
                - offset;
    }
}
