package io.platformapi.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The open file of an embedded database, and the mark beside it. Safe for many threads.
 *
 * <p>A commit of H2 stays in memory until it is acknowledged: then the file takes it, and the disk is made to write it,
 * so that it outlives process and power. That is done once for all commits that wait for it at that moment. Others see
 * a commit before, so that one that found nothing left to do waits for it here too.
 */
final class EmbeddedFile implements AutoCloseable {

    /** How often, and how long each time, a round waits for work that is about to commit. */
    private static final int MOST_WAITS = 10;

    private static final long WAIT = TimeUnit.MICROSECONDS.toNanos(200);

    /** To H2: write no commit by itself, and let no thread do so. Each new connection has it write each once more. */
    private static final int NEVER = -1;

    private final MVStore store;
    private final Mark mark;
    private long forced;
    private final AtomicInteger coming = new AtomicInteger();
    private final AtomicReference<@Nullable CompletableFuture<Void>> next = new AtomicReference<>();
    private volatile boolean failed;

    private EmbeddedFile(MVStore store, Mark mark) {
        this.store = store;
        this.mark = mark;
        this.forced = version(store).number();
        store.setAutoCommitDelay(NEVER);
    }

    /** The file that a connection leads to. */
    static EmbeddedFile of(Path file, Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return of(file, session.getDatabase().getStore().getMvStore());
    }

    static EmbeddedFile of(Path file, MVStore store) {
        return new EmbeddedFile(store, Mark.of(file, version(store)));
    }

    private static Mark.Version version(MVStore store) {
        return new Mark.Version(
                store.getFileStore().getCreationTime(), store.getFileStore().lastChunkVersion());
    }

    /**
     * Does work that commits soon, and is acknowledged after that: rounds that are about to begin wait a little for it.
     */
    <T> T soon(Supplier<T> work) {
        coming.incrementAndGet();
        try {
            return work.get();
        } finally {
            coming.decrementAndGet();
        }
    }

    /**
     * Makes sure that everything committed so far stays, before any of it is acknowledged: in the next round, which the
     * first who waits for it carries out for all others.
     *
     * @throws UncheckedIOException if the disk does not take it; then the file is broken
     * @throws MVStoreException if the file does not take it; then it is broken
     */
    void acknowledge() {
        var own = new CompletableFuture<Void>();
        CompletableFuture<Void> round = next.compareAndExchange(null, own);
        if (round == null) {
            lead(own);
        } else {
            follow(round);
        }
    }

    private void lead(CompletableFuture<Void> round) {
        synchronized (mark) {
            try {
                awaitWhoComes();
                next.set(null);
                keep();
                round.complete(null);
            } catch (RuntimeException | Error e) {
                next.compareAndSet(round, null);
                round.completeExceptionally(e);
                throw e;
            }
        }
    }

    private void awaitWhoComes() {
        for (int i = 0; i < MOST_WAITS && coming.get() > 0; i++) {
            LockSupport.parkNanos(WAIT);
        }
    }

    private static void follow(CompletableFuture<Void> round) {
        try {
            round.join();
        } catch (CompletionException e) {
            throw new UncheckedIOException(new IOException("what was committed is not kept", e));
        }
    }

    private void keep() {
        store.commit();
        if (isBroken()) { // which a commit does not tell of
            throw new UncheckedIOException(new IOException("the file is closed"));
        }
        store.setAutoCommitDelay(NEVER);
        Mark.Version all = version(store);
        if (all.number() > forced) {
            force();
            forced = all.number();
            mark.advance(all);
        }
    }

    private void force() {
        try {
            store.sync();
        } catch (MVStoreException e) {
            failed = true; // a second try would succeed whether or not the first has lost anything
            throw new UncheckedIOException(new IOException("the disk does not take what was written", e));
        }
    }

    /** Whether nothing can be done with the file any more, because it could not be read or written. */
    boolean isBroken() {
        return failed || store.getPanicException() != null || store.isClosed();
    }

    @Override
    public void close() {
        try {
            mark.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
