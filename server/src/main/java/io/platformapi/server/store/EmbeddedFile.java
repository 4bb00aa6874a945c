package io.platformapi.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The open file of an embedded database, and the mark beside it. Safe for many threads.
 *
 * <p>H2 writes a commit before it ends it, so that it outlives the process. The disk is made to write it here, so that
 * it outlives the power as well: once for all commits that wait for it at that moment. Others see a commit somewhat
 * before H2 has written it, so that one that found nothing left to do waits for it here too.
 */
final class EmbeddedFile implements AutoCloseable {

    private final MVStore store;
    private final Mark mark;
    private long forced;
    private volatile boolean failed;

    private EmbeddedFile(MVStore store, Mark mark) {
        this.store = store;
        this.mark = mark;
        this.forced = version(store).number();
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
     * Makes sure that everything committed so far stays, before any of it is acknowledged.
     *
     * @throws UncheckedIOException if the disk does not take it; then the file is broken
     */
    void acknowledge() {
        store.commit();
        long committed = version(store).number();
        synchronized (mark) {
            if (committed <= forced) {
                return;
            }
            Mark.Version all = version(store);
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
