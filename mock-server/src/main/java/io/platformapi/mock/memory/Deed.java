package io.platformapi.mock.memory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an operation does to things that are remembered. */
enum Deed {
    LIST,
    CREATE,
    READ,
    REPLACE,
    CHANGE,
    REMOVE,
    /**
     * Something else to one of them, or to what belongs to it: answered as without memory, where the thing is there.
     */
    ACT;

    /** The name in files and lists, such as {@code create}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The deed of a name that files give; {@link #ACT} has none. */
    static Optional<Deed> named(String word) {
        return Stream.of(values())
                .filter(deed -> deed != ACT && deed.word().equals(word))
                .findFirst();
    }

    /** Whether things are otherwise afterwards. */
    boolean writes() {
        return this == CREATE || this == REPLACE || this == CHANGE || this == REMOVE;
    }
}
