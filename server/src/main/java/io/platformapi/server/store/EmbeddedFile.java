package io.platformapi.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** The open file of an embedded database, and the mark beside it. Safe for many threads. */
final class EmbeddedFile implements AutoCloseable {

    private final MVStore store;
    private final Mark mark;

    private EmbeddedFile(MVStore store, Mark mark) {
        this.store = store;
        this.mark = mark;
    }

    /** The file that a connection leads to. */
    static EmbeddedFile of(Path file, Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        MVStore store = session.getDatabase().getStore().getMvStore();
        return new EmbeddedFile(store, Mark.of(file, version(store)));
    }

    private static Mark.Version version(MVStore store) {
        return new Mark.Version(
                store.getFileStore().getCreationTime(), store.getFileStore().lastChunkVersion());
    }

    /** Notes what is in the file now, before any of it is acknowledged. */
    void acknowledge() {
        mark.advance(version(store));
    }

    /** Whether H2 has closed the file because it could not be read or written, say for a full disk. */
    boolean isBroken() {
        return store.getPanicException() != null || store.isClosed();
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
