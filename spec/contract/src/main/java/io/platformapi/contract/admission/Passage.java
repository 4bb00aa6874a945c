package io.platformapi.contract.admission;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import java.util.Optional;
import java.util.function.Function;

/** How far a request gets: to a stage of its way, or to an end before it. */
public sealed interface Passage<S> {

    /** Where the request leads. */
    Route route();

    /** The way on from the stage; where it was not reached, the same end. */
    <T> Passage<T> then(Function<S, Passage<T>> next);

    /** The stage, unless there is a reason to refuse it. */
    static <S> Passage<S> unless(Optional<Refusal> refusal, Route.Found route, S stage) {
        return refusal.isPresent() ? new Ended<>(route, refusal) : new Reached<>(route, stage);
    }

    /** A request that got there. */
    record Reached<S>(Route.Found route, S stage) implements Passage<S> {

        @Override
        public <T> Passage<T> then(Function<S, Passage<T>> next) {
            return next.apply(stage);
        }
    }

    /**
     * A request that goes no further.
     *
     * @param refusal why; empty where it asks for the methods of its path, which the route has
     */
    record Ended<S>(Route route, Optional<Refusal> refusal) implements Passage<S> {

        @Override
        public <T> Passage<T> then(Function<S, Passage<T>> next) {
            return new Ended<>(route, refusal);
        }
    }
}
