package io.platformapi.mock.memory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.mock.memory.Doing.Done;
import io.platformapi.mock.memory.Recollection.Denied;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one session remembers. Safe for many threads: each request sees what all before it have left, and changes are
 * made one after the other.
 */
public final class Memory {

    private static final List<Integer> FULL = List.of(507, 413, 429);

    private final MemoryPlan plan;
    private final MemoryRoom room;
    private final InstantSource clock;
    private volatile State state;

    /** A memory of what there is at the beginning. */
    public Memory(MemoryPlan plan, MemoryRoom room, InstantSource clock) {
        this.plan = plan;
        this.room = room;
        this.clock = clock;
        this.state = plan.beginning();
    }

    /** Whether it is of this plan. */
    public boolean isOf(MemoryPlan other) {
        return plan == other;
    }

    /** The same memory for another edition of the document; what that does not speak of is forgotten. */
    public synchronized Memory by(MemoryPlan other) {
        Memory next = new Memory(other, room, clock);
        State kept = state.within(other.holdings(), other.beginning());
        room.becomes(other.beginning(), kept);
        next.state = kept;
        forget();
        return next;
    }

    /**
     * What the memory says to a request that was let in; empty where it has nothing to do with the operation.
     *
     * @param operation the id of the operation that is really called
     * @param path the texts of the path's variables, by name
     */
    public Optional<Recollection> recall(
            String operation, Map<String, String> path, BoundRequest bound, HttpRequest sent) {
        return plan.task(operation).flatMap(task -> {
            Asking asking = Asking.of(task, path, bound, sent, clock.instant());
            return task.deed().writes()
                    ? changed(asking)
                    : new Doing(state, asking, plan.holdings()).done().told();
        });
    }

    private synchronized Optional<Recollection> changed(Asking asking) {
        State before = state;
        Done done = new Doing(before, asking, plan.holdings()).done();
        if (!room.takes(before, done.after())) {
            return Optional.of(new Denied(FULL, "The mock remembers as much as it may."));
        }
        room.becomes(before, done.after());
        state = done.after();
        return done.told();
    }

    /** All that is remembered, by paths. */
    public ObjectNode told() {
        return DataText.written(state, plan);
    }

    /**
     * Remembers this, and nothing else.
     *
     * @return why not; empty if it does
     */
    public synchronized Optional<String> become(ObjectNode told) {
        DataText.Read read = DataText.read(told, plan);
        if (!read.problems().isEmpty()) {
            DataText.Problem first = read.problems().get(0);
            return Optional.of(first.pointer() + ": " + first.text());
        }
        if (!room.takes(State.EMPTY, read.state())) {
            return Optional.of("this is more than a mock may remember");
        }
        room.becomes(state, read.state());
        state = read.state();
        return Optional.empty();
    }

    /** Is as at the beginning. */
    public synchronized void forget() {
        room.becomes(state, plan.beginning());
        state = plan.beginning();
    }
}
