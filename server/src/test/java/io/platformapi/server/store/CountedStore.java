package io.platformapi.server.store;

import io.platformapi.domain.Store;
import io.platformapi.domain.Transaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A store in a database that counts what is asked of it: the statements, and the rows that they give. */
final class CountedStore implements Store {

    /**
     * What a piece of work has cost.
     *
     * @param statements the SQL, in order
     * @param rows how many rows the answers had
     */
    record Cost(List<String> statements, int rows) {}

    private final Database database;
    private final List<String> statements = new ArrayList<>();
    private int rows;

    CountedStore(Database database) {
        this.database = database;
    }

    /** What this work costs, whether it succeeds or not. */
    Cost of(Runnable work) {
        statements.clear();
        rows = 0;
        try {
            work.run();
        } catch (io.platformapi.domain.Refused refused) {
            // a refusal has its cost, too
        }
        return new Cost(List.copyOf(statements), rows);
    }

    @Override
    public <T> T read(Function<? super Transaction, T> work) {
        return database.look(sql -> work.apply(counted(sql)));
    }

    @Override
    public <T> T write(Function<? super Transaction, T> work) {
        return database.change(sql -> work.apply(counted(sql)));
    }

    private Transaction counted(Sql sql) {
        var transaction = new JdbcTransaction(new Sql(sql.connection(), statements::add, sql.kept()));
        return (Transaction) Proxy.newProxyInstance(
                Transaction.class.getClassLoader(),
                new Class<?>[] {Transaction.class},
                (proxy, method, arguments) -> counted(call(transaction, method, arguments)));
    }

    private static Object call(Transaction transaction, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(transaction, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object counted(Object answer) {
        if (answer instanceof Collection<?> all) {
            rows += all.size();
        } else if (answer instanceof Map<?, ?> byId) {
            rows += byId.size();
        } else if (answer instanceof Optional<?> one) {
            rows += one.isPresent() ? 1 : 0;
        }
        return answer;
    }
}
