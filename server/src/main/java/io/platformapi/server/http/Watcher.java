package io.platformapi.server.http;

import java.time.Duration;
import java.util.List;

/** Whoever is told of each answer once it is made, on the thread that has made it. Called by many threads at once. */
@FunctionalInterface
public interface Watcher {

    /** Nobody is told. */
    Watcher NONE = answered -> {};

    void sees(Answered answered);

    /** Several, one after the other. */
    static Watcher all(List<Watcher> watchers) {
        return answered -> watchers.forEach(watcher -> watcher.sees(answered));
    }

    /**
     * A request and how it was answered, without anything that people have written.
     *
     * @param id tells it from every other request
     * @param peer the address that it came from; empty where that is not known
     * @param path the path asked for, without what comes after a question mark
     * @param operation the operation's id; empty if none was found
     * @param client the name of who asked; empty if nobody was let in
     * @param bytes how long its body is, or as much of it as was made for whoever has gone
     * @param time from the end of its head to its answer, to the end of that if it is long
     */
    record Answered(
            String id,
            Trace trace,
            String peer,
            String method,
            String path,
            String operation,
            String client,
            int status,
            long bytes,
            Duration time) {}
}
