package io.platformapi.server.store;

import io.platformapi.domain.Store;
import io.platformapi.domain.Transaction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A {@link Store} in a relational database: each piece of work is one transaction, with its mail and with a row of who
 * did what.
 */
public final class JdbcStore implements Store {

    private final Database database;
    private final Runnable mailed;
    private final Supplier<Author> author;

    /** A store whose mail waits in the outbox until somebody looks, for work of the program itself. */
    public JdbcStore(Database database) {
        this(database, () -> {}, () -> Author.ITSELF);
    }

    /**
     * @param mailed is run when there is new mail in the outbox
     * @param author says for whom the thread works
     */
    public JdbcStore(Database database, Runnable mailed, Supplier<Author> author) {
        this.database = database;
        this.mailed = mailed;
        this.author = author;
    }

    /** What work gives back, and whether mail waits for it. */
    private record Done<T>(T result, boolean hasMail) {}

    @Override
    public <T> T read(Function<? super Transaction, T> work) {
        return database.look(sql -> work.apply(new JdbcTransaction(sql)));
    }

    @Override
    public <T> T write(Function<? super Transaction, T> work) {
        Done<T> done = database.change(sql -> {
            var transaction = new JdbcTransaction(sql);
            T result = work.apply(transaction);
            transaction.trail().write(sql, author.get());
            return new Done<>(result, transaction.hasMail());
        });
        if (done.hasMail()) {
            mailed.run();
        }
        return done.result();
    }
}
