package io.platformapi.mock;

import io.platformapi.mock.journal.Journal;
import io.platformapi.mock.journal.JournalRoom;
import io.platformapi.mock.memory.Memory;
import io.platformapi.mock.memory.MemoryPlan;
import io.platformapi.mock.memory.MemoryRoom;
import io.platformapi.mock.stub.Stub;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mock of one's own, for one test: what it has been asked, what it is to answer, how it is to fail, and what its
 * stubs remember. Safe for many threads.
 */
final class Session {

    private final Journal journal;
    private final Supplier<Map<String, Stub<?, ?>>> world;
    private final Map<String, StandingAnswer> answers = new ConcurrentHashMap<>();
    private volatile List<MisbehaviourRule> rules = List.of();
    private volatile Instant used = Instant.EPOCH;
    private final Room room;
    private volatile @Nullable StubCalls stubs;
    private volatile @Nullable Memory memory;

    /** @param world makes the stubs that the session begins with */
    Session(Room room, Supplier<Map<String, Stub<?, ?>>> world) {
        this.journal = new Journal(room.journals());
        this.world = world;
        this.room = room;
    }

    /** What all sessions have in common: how much they may keep, and the time. */
    record Room(JournalRoom journals, MemoryRoom memories, InstantSource clock) {}

    /** What the session remembers by a plan; by another edition of the document, what is left of it. */
    Memory memory(MemoryPlan plan) {
        Memory present = memory;
        return present != null && present.isOf(plan) ? present : remembering(plan);
    }

    private synchronized Memory remembering(MemoryPlan plan) {
        Memory present = memory;
        Memory now = present == null
                ? new Memory(plan, room.memories(), room.clock())
                : present.isOf(plan) ? present : present.by(plan);
        memory = now;
        return now;
    }

    Journal journal() {
        return journal;
    }

    /** The stubs, with all that they remember. */
    StubCalls stubs() {
        StubCalls present = stubs;
        return present == null ? begun() : present;
    }

    private synchronized StubCalls begun() {
        StubCalls present = stubs;
        if (present == null) {
            present = new StubCalls(world.get());
            stubs = present;
        }
        return present;
    }

    /** What the operation is to be answered with. */
    Optional<Preference> preference(String operation) {
        StandingAnswer standing = answers.get(operation);
        return standing == null ? Optional.empty() : standing.next();
    }

    /** Whether somebody has said what the operation is to be answered with, and that is not used up. */
    boolean isToldFor(String operation) {
        StandingAnswer standing = answers.get(operation);
        return standing != null && standing.preference().isPresent();
    }

    void answerFromNowOn(String operation, StandingAnswer answer) {
        answers.put(operation, answer);
    }

    /** What operations are answered with from now on, by their ids. */
    SortedMap<String, StandingAnswer> answers() {
        return new TreeMap<>(answers);
    }

    /** Answers the operation as usual again. */
    void answerAsUsual(String operation) {
        answers.remove(operation);
    }

    /** How the next answer of an operation is spoilt: as the first rule says that speaks of it. */
    Optional<Misbehaviour> misbehaviour(Optional<String> operation) {
        for (MisbehaviourRule rule : rules) {
            Optional<Misbehaviour> next = rule.next(operation);
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** When answers are spoilt. */
    List<MisbehaviourRule> rules() {
        return rules;
    }

    void misbehave(List<MisbehaviourRule> others) {
        rules = List.copyOf(others);
    }

    /** Is as new: nothing was asked, nothing is to be answered otherwise, and the world begins anew. */
    synchronized void reset() {
        journal.clear();
        answers.clear();
        rules = List.of();
        stubs = null;
        Memory present = memory;
        if (present != null) {
            present.forget();
        }
    }

    void use(Instant now) {
        used = now;
    }

    boolean isIdleSince(Instant then) {
        return used.isBefore(then);
    }

    Instant used() {
        return used;
    }
}
