package io.platformapi.domain;

import java.util.function.Function;

/**
 * Where contacts, roles and connections are kept: the port that a database or a memory fills.
 *
 * <p>Work sees one consistent state. Work may be run again after a conflict with somebody else's, so it has no effect
 * but the transaction's. Safe for many threads.
 */
public interface Store {

    /** Runs work that only looks. */
    <T> T read(Function<? super Transaction, T> work);

    /** Runs work that changes things: all of it, or nothing if the work throws. */
    <T> T write(Function<? super Transaction, T> work);
}
