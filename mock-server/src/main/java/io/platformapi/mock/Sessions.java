package io.platformapi.mock;

import io.platformapi.mock.journal.JournalRoom;
import io.platformapi.mock.memory.MemoryRoom;
import io.platformapi.mock.stub.Stub;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The sessions of a mock by name, each made when it is first used; the one without a name is everybody's. Those that
 * nobody has used for an hour go, and of more than a thousand (fewer where there is little memory) the one that was
 * used longest ago. Safe for many threads.
 */
final class Sessions {

    /** The name of the session of whoever names none. */
    static final String COMMON = "";

    private static final Duration IDLE = Duration.ofHours(1);

    /** What may be taken of the memory that there is: others have to live as well. */
    private static final long MEMORY = Runtime.getRuntime().maxMemory();

    static final int MOST = (int) Math.min(1000, Math.max(10, MEMORY >> 19));
    private static final long ROOM = Math.min(64L << 20, MEMORY >> 3);

    private final Supplier<Map<String, Stub<?, ?>>> world;
    private final InstantSource clock;
    private final Session.Room room;
    private final Map<String, Session> byName = new ConcurrentHashMap<>();
    private final Session common;

    /** @param world makes the stubs that a session begins with */
    Sessions(Supplier<Map<String, Stub<?, ?>>> world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
        this.room = new Session.Room(new JournalRoom(ROOM), MemoryRoom.usual(), clock);
        this.common = new Session(room, world);
    }

    /** The session of a name. */
    Session of(String name) {
        if (name.equals(COMMON)) {
            return common;
        }
        Session known = byName.get(name);
        Session session = known == null ? begun(name) : known;
        session.use(clock.instant());
        return session;
    }

    private synchronized Session begun(String name) {
        Instant now = clock.instant();
        byName.entrySet().stream()
                .filter(entry -> entry.getValue().isIdleSince(now.minus(IDLE)))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::end);
        if (byName.size() >= MOST) {
            byName.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().used()))
                    .map(Map.Entry::getKey)
                    .ifPresent(this::end);
        }
        Session session = new Session(room, world);
        session.use(now);
        Session other = byName.putIfAbsent(name, session);
        return other == null ? session : other;
    }

    /** Forgets a session and all that it holds; whoever names it again begins a new one. */
    synchronized void end(String name) {
        if (name.equals(COMMON)) {
            common.reset();
        } else {
            Session ended = byName.remove(name);
            if (ended != null) {
                ended.reset();
            }
        }
    }

    /** Those that have a name, by it. */
    SortedMap<String, Session> named() {
        return new TreeMap<>(byName);
    }

    /** Forgets all of them. */
    void endAll() {
        byName.keySet().forEach(this::end);
        common.reset();
    }
}
