package io.platformapi.grizzly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Everybody who is connected, what is kept in memory for each, and who keeps the server waiting since when. For more
 * connections than the limits allow, those that wait longest have to go, and for more memory, those among them that
 * hold any. Safe for many threads.
 *
 * <p>So whoever sends half a request, or reads no answer, cannot take the room of those who do: they come and go while
 * it is the oldest.
 */
final class OpenConnections {

    private final int most;
    private final long mostBytes;
    private final Map<Conversation, Long> held = new LinkedHashMap<>();
    private final LinkedHashMap<Conversation, Wait> waiting = new LinkedHashMap<>();
    private long bytes;

    OpenConnections(Limits limits) {
        this.most = limits.connections();
        this.mostBytes = limits.heldBytes();
    }

    /**
     * Something that a connection is waited for.
     *
     * @param number tells it from what is waited for before and after
     * @param deadline when it is too late, by {@link System#nanoTime}
     */
    record Wait(long number, long deadline) {}

    /** Takes a connection in; whoever has to go for it goes, or it does not come in. */
    void enter(Conversation newcomer) {
        List<Conversation> leaving = new ArrayList<>();
        synchronized (this) {
            if (held.size() < most || removeOldest(anything -> true, leaving)) {
                held.put(newcomer, 0L);
            } else {
                leaving.add(newcomer);
            }
        }
        leaving.forEach(Conversation::abandon);
    }

    synchronized void leave(Conversation gone) {
        waiting.remove(gone);
        Long release = held.remove(gone);
        bytes -= release == null ? 0 : release;
    }

    /** Says what a connection holds, and what it is at. */
    void hear(Conversation conversation, long holds, Stage stage, Threads threads) {
        if (stage.is(Phase.HANDLER) && threads == Threads.WORKERS) {
            works(conversation, holds);
        } else if (stage.isSending()) {
            reads(conversation, holds, stage.current());
        } else {
            waits(conversation, holds, stage.current());
        }
    }

    /** Says what a connection holds now that somebody here works for it. */
    void works(Conversation conversation, long holds) {
        List<Conversation> leaving = new ArrayList<>();
        synchronized (this) {
            waiting.remove(conversation);
            if (hold(conversation, holds)) {
                makeRoom(leaving);
            }
        }
        leaving.forEach(Conversation::abandon);
    }

    /** Says what a connection holds, and what it is waited for; as long as that is the same, it waits on. */
    void waits(Conversation conversation, long holds, Wait wait) {
        List<Conversation> leaving = new ArrayList<>();
        synchronized (this) {
            boolean more = hold(conversation, holds);
            await(conversation, wait);
            if (more) {
                makeRoom(leaving);
            }
        }
        leaving.forEach(Conversation::abandon);
    }

    /**
     * The same for one that is to read its answer. Others go for it, but not it itself: so an answer that is larger
     * than all the room there is reaches whoever reads it.
     */
    void reads(Conversation conversation, long holds, Wait wait) {
        List<Conversation> leaving = new ArrayList<>();
        synchronized (this) {
            Wait before = waiting.get(conversation);
            if (hold(conversation, holds) && (before == null || before.number() != wait.number())) {
                waiting.remove(conversation);
                makeRoom(leaving);
            }
            await(conversation, wait);
        }
        leaving.forEach(Conversation::abandon);
    }

    /** Whether it holds more than before. */
    private boolean hold(Conversation conversation, long holds) {
        Long before = held.get(conversation);
        if (before == null || before == holds) {
            return false;
        }
        held.put(conversation, holds);
        bytes += holds - before;
        return holds > before;
    }

    private void await(Conversation conversation, Wait wait) {
        if (!held.containsKey(conversation)) {
            return;
        }
        Wait before = waiting.get(conversation);
        if (before == null || before.number() != wait.number()) {
            waiting.remove(conversation);
        }
        waiting.put(conversation, wait);
    }

    private void makeRoom(List<Conversation> leaving) {
        while (bytes > mostBytes && removeOldest(holds -> holds > 0, leaving)) {
            // until there is room, or nobody left whose going would make any
        }
    }

    private boolean removeOldest(LongPredicate holding, List<Conversation> leaving) {
        Optional<Conversation> oldest = waiting.keySet().stream()
                .filter(conversation -> holding.test(held.getOrDefault(conversation, 0L)))
                .findFirst();
        oldest.ifPresent(gone -> {
            leave(gone);
            leaving.add(gone);
        });
        return oldest.isPresent();
    }

    /** Tells those that are waited for too long. */
    void expire(long now) {
        Map<Conversation, Wait> late = new LinkedHashMap<>();
        synchronized (this) {
            waiting.forEach((conversation, wait) -> {
                if (wait.deadline() - now < 0) {
                    late.put(conversation, wait);
                }
            });
        }
        late.forEach((conversation, wait) -> conversation.expire(wait.number()));
    }

    synchronized List<Conversation> all() {
        return List.copyOf(held.keySet());
    }
}
