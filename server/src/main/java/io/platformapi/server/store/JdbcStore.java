package io.platformapi.server.store;

import io.platformapi.domain.Store;
import io.platformapi.domain.Transaction;
import java.util.function.Function;

/** A {@link Store} in a relational database: each piece of work is one transaction, its mail a row of the outbox. */
public final class JdbcStore implements Store {

    private final Database database;
    private final Runnable mailed;

    /** A store whose mail waits in the outbox until somebody looks. */
    public JdbcStore(Database database) {
        this(database, () -> {});
    }

    /** @param mailed is run when there is new mail in the outbox */
    public JdbcStore(Database database, Runnable mailed) {
        this.database = database;
        this.mailed = mailed;
    }

    /** What work gives back, and whether mail waits for it. */
    private record Done<T>(T result, boolean hasMail) {}

    @Override
    public <T> T read(Function<? super Transaction, T> work) {
        return database.read(handle -> work.apply(new JdbcTransaction(handle)));
    }

    @Override
    public <T> T write(Function<? super Transaction, T> work) {
        Done<T> done = database.write(handle -> {
            var transaction = new JdbcTransaction(handle);
            T result = work.apply(transaction);
            return new Done<>(result, transaction.hasMail());
        });
        if (done.hasMail()) {
            mailed.run();
        }
        return done.result();
    }
}
