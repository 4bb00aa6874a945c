package io.platformapi.verify.chains;

import io.platformapi.verify.checks.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ways by which another client came to a resource, and those by which it did not.
 *
 * <p>That all are open does not tell whether they should be: the resource may be everybody's. One that is open beside
 * one that is closed is a breach. To read is one thing, and to change another: what everybody may read, not everybody
 * may change, but what one may not read one may not change. What is done with it, such as to vote for it or to book it,
 * is for all who may read it, as far as can be told.
 */
final class Doors {

    private final List<Door> reads = new ArrayList<>();
    private final List<Door> writes = new ArrayList<>();
    private final List<Door> acts = new ArrayList<>();

    /** One way that was tried, and what it means that it is open. */
    private record Door(Failure failure, boolean isOpen) {}

    /**
     * A way to be shown the resource.
     *
     * @param failure what is to be said where it ought not to be open
     * @param told whether the answer tells that the other client is kept out, where it is not let in
     */
    void read(Failure failure, boolean open, boolean told) {
        add(reads, new Door(failure, open), told);
    }

    /** A way to change it. */
    void write(Failure failure, boolean open, boolean told) {
        add(writes, new Door(failure, open), told);
    }

    /** A way to do something with it. */
    void act(Failure failure, boolean open, boolean told) {
        add(acts, new Door(failure, open), told);
    }

    private static void add(List<Door> doors, Door door, boolean told) {
        if (door.isOpen() || told) {
            doors.add(door);
        }
    }

    /** Whether the other client is kept out of anything. */
    boolean anyClosed() {
        return isClosed(reads) || isClosed(writes) || isClosed(acts);
    }

    private static boolean isClosed(List<Door> doors) {
        return doors.stream().anyMatch(door -> !door.isOpen());
    }

    /** What is wrong with the open ones that others of the same kind show to be breaches. */
    List<Failure> breaches() {
        boolean readClosed = isClosed(reads);
        return failures(readClosed, readClosed || isClosed(writes));
    }

    /** What would be wrong with the open ones of which this resource alone does not tell. */
    List<Failure> suspicions() {
        boolean readClosed = isClosed(reads);
        return failures(!readClosed, !readClosed && !isClosed(writes));
    }

    private List<Failure> failures(boolean ofReads, boolean ofWrites) {
        return Stream.concat(
                        Stream.concat(reads.stream(), acts.stream()).filter(door -> ofReads),
                        writes.stream().filter(door -> ofWrites))
                .filter(Door::isOpen)
                .map(Door::failure)
                .toList();
    }
}
