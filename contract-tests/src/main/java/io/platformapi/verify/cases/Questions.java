package io.platformapi.verify.cases;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What there is to ask of an operation, made as it is wanted: a short run does not make what it has not the time to
 * send. For one thread.
 */
public final class Questions {

    /** Nothing to ask. */
    static final Questions NONE = new Questions(List.of(), Selection.Chosen.NOTHING);

    private final Iterator<Supplier<Stream<Case>>> parts;
    private final Selection.Chosen broken;
    private Iterator<Case> part = Collections.emptyIterator();

    Questions(List<Supplier<Stream<Case>>> parts, Selection.Chosen broken) {
        this.parts = parts.iterator();
        this.broken = broken;
    }

    /** The next one; empty where all were asked. */
    public Optional<Case> next() {
        while (!part.hasNext() && parts.hasNext()) {
            part = parts.next().get().iterator();
        }
        return part.hasNext() ? Optional.of(part.next()) : Optional.empty();
    }

    /** How many ways to break a request were left out among those that came so far, because no more may be sent. */
    public int left() {
        return broken.left();
    }
}
