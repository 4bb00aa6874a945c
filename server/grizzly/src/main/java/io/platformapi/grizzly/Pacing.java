package io.platformapi.grizzly;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * How the body of an answer is spread over time: in pieces, each sent when its turn comes.
 *
 * @param ends where each piece ends in the body, in bytes; what is behind the last of them comes with it
 * @param turns runs what it is given when the next piece is to go, on any thread; need not, where none is to go any
 *     more
 * @param source gives each piece when its turn comes, of an answer whose end is not known
 * @param end how the client learns where the body ends
 */
public record Pacing(List<Integer> ends, Consumer<Runnable> turns, Optional<PieceSource> source, End end) {

    /** All of it at once. */
    public static final Pacing NONE = new Pacing(List.of(), Runnable::run);

    /** How a client learns where a body ends. */
    public enum End {
        /** Its length is said before it begins. */
        KNOWN,
        /** The last of its chunks says so (RFC 9112, section 7.1). */
        MARKED,
        /** The connection is closed when all of it is sent. */
        CLOSED,
        /** It does not: nobody knows whether it ends before somebody closes the connection. */
        NEVER
    }

    /** Pieces of a body that is known. */
    public Pacing(List<Integer> ends, Consumer<Runnable> turns) {
        this(ends, turns, Optional.empty(), End.KNOWN);
    }

    /** Pieces that become known. */
    public static Pacing endless(Consumer<Runnable> turns, PieceSource source) {
        return new Pacing(List.of(), turns, Optional.of(source), End.NEVER);
    }

    /** Pieces that are made, each once the client has taken the one before. */
    static Pacing made(PieceSource source) {
        return new Pacing(List.of(), Runnable::run, Optional.of(source), End.MARKED);
    }

    public Pacing {
        ends = List.copyOf(ends);
    }

    /** The same for a client, who knows chunks from {@code HTTP/1.1} on; what is made is made by these workers. */
    Pacing to(Head client, Executor workers) {
        End told = client.minor() > 0 ? End.MARKED : End.CLOSED;
        return end == End.MARKED ? new Pacing(ends, workers::execute, source, told) : this;
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
