package io.platformapi.server.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether a server is ready to be asked: each of its parts says what keeps it, and it is not about to stop. */
public final class Health {

    private final List<Supplier<Optional<String>>> parts;
    private final List<Supplier<Optional<String>>> remarks;
    private volatile boolean stopping;

    /**
     * @param parts what keeps each part from working; empty if nothing does
     * @param remarks what somebody has to look at although everything works; empty if there is nothing
     */
    public Health(List<Supplier<Optional<String>>> parts, List<Supplier<Optional<String>>> remarks) {
        this.parts = List.copyOf(parts);
        this.remarks = List.copyOf(remarks);
    }

    /** From now on it is not ready. */
    public void stops() {
        stopping = true;
    }

    /** What keeps it from being asked. */
    List<String> problems() {
        Stream<String> end = stopping ? Stream.of("the server is stopping") : Stream.empty();
        return Stream.concat(end, said(parts)).toList();
    }

    /** What somebody has to look at. */
    List<String> notices() {
        return said(remarks).toList();
    }

    private static Stream<String> said(List<Supplier<Optional<String>>> voices) {
        return voices.stream().map(Supplier::get).flatMap(Optional::stream);
    }
}
