package io.platformapi.server.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How many rows a database looks at for each statement, whoever sends it: not how many it gives. H2 is asked to explain
 * the statement with its values, and has what that changed taken back; PostgreSQL counts by itself.
 */
final class Scans {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final String COUNTED = "select coalesce(sum(pg_stat_get_xact_tuples_returned(oid)"
            + " + pg_stat_get_xact_tuples_fetched(oid)), 0)"
            + " from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')";

    private final boolean isPostgreSql;
    private volatile boolean watching;
    private final List<String> prepared = Collections.synchronizedList(new ArrayList<>());
    private final List<Scan> scans = Collections.synchronizedList(new ArrayList<>());

    private Scans(boolean isPostgreSql) {
        this.isPostgreSql = isPostgreSql;
    }

    /**
     * A statement that was carried out.
     *
     * @param rows how many rows and entries of indexes were looked at
     */
    record Scan(String statement, long rows) {}

    /** Watches the database at an address that nobody has opened yet. */
    static Scans at(Database.Address address) {
        var scans = new Scans(address.isPostgreSql());
        WatchedDriver.watch(address.url(), scans);
        return scans;
    }

    /** Those of the work, in order. */
    List<Scan> of(Runnable work) {
        scans.clear();
        watching = true;
        try {
            work.run();
        } finally {
            watching = false;
        }
        return List.copyOf(scans);
    }

    /** The statements that were prepared within the work, in order. */
    List<String> prepared(Runnable work) {
        prepared.clear();
        work.run();
        return List.copyOf(prepared);
    }

    /** The connection, watched. */
    Connection over(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                prepared.add((String) arguments[0]);
                return watched(connection, (String) arguments[0], statement);
            }
            return result;
        });
    }

    private record Value(Method setter, Object[] arguments) {}

    private PreparedStatement watched(Connection connection, String query, PreparedStatement statement) {
        List<Value> values = new ArrayList<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("set") && method.getParameterCount() > 1) {
                values.add(new Value(method, arguments));
            }
            boolean isRun = isPostgreSql
                    ? name.startsWith("execute")
                    : name.matches("addBatch|execute(?!Batch).*"); // of a batch H2 explains each
            if (!watching || !isRun || connection.getAutoCommit()) {
                return call(statement, method, arguments);
            }
            long before = isPostgreSql ? number(connection) : -explained(connection, query, values);
            Object result = call(statement, method, arguments);
            scans.add(new Scan(query, isPostgreSql ? number(connection) - before : -before));
            values.clear();
            return result;
        });
    }

    private static long explained(Connection connection, String query, List<Value> values) throws Throwable {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement explain = connection.prepareStatement("explain analyze " + query)) {
            for (Value value : values) {
                call(explain, value.setter(), value.arguments());
            }
            try (ResultSet plan = explain.executeQuery()) {
                plan.next();
                return SCANNED.matcher(plan.getString(1))
                        .results()
                        .mapToLong(scanned -> Long.parseLong(scanned.group(1)))
                        .sum();
            }
        } finally {
            connection.rollback(before);
        }
    }

    private static long number(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNTED);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object subject, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(subject, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
