package io.platformapi.server.store;

import io.platformapi.domain.Store;
import io.platformapi.domain.Transaction;
import java.util.function.Function;

/** A {@link Store} in a relational database: each piece of work is one transaction. */
public final class JdbcStore implements Store {

    private final Database database;

    public JdbcStore(Database database) {
        this.database = database;
    }

    @Override
    public <T> T read(Function<? super Transaction, T> work) {
        return database.read(handle -> work.apply(new JdbcTransaction(handle)));
    }

    @Override
    public <T> T write(Function<? super Transaction, T> work) {
        return database.write(handle -> work.apply(new JdbcTransaction(handle)));
    }
}
