package io.platformapi.server.store;

import static org.jdbi.v3.core.transaction.TransactionIsolationLevel.READ_COMMITTED;
import static org.jdbi.v3.core.transaction.TransactionIsolationLevel.REPEATABLE_READ;

import io.platformapi.domain.Unavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * A pool of connections to one database, whose tables are those of this version. Safe for many threads.
 *
 * <p>Work is run again a few times for what may be over then, as {@link Retries} say.
 */
public final class Database implements AutoCloseable {

    /** How long it takes to hear of keys that another server has changed. */
    private static final Duration ELSEWHERE = Duration.ofSeconds(2);

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Address address;
    private final KnownKeys knownKeys;
    private final ThreadLocal<Author> author = ThreadLocal.withInitial(() -> Author.ITSELF);
    private final Retries retries;
    private final Lock opening = new ReentrantLock();
    private volatile Pool pool;
    private volatile boolean closed;

    private Database(Address address, Pool pool) {
        this.address = address;
        this.pool = pool;
        this.knownKeys = new KnownKeys(isShared() ? ELSEWHERE : Duration.ofDays(1));
        this.retries = new Retries(SOON, this::whole);
    }

    /**
     * Where a database is.
     *
     * @param url its JDBC address
     * @param user whom it knows this server as; empty if it asks for nobody
     * @param connections how many connections are kept
     */
    public record Address(String url, String user, String password, int connections) {

        /** A new database in memory that nobody else sees, and that ends with this process. */
        public static Address inMemory() {
            return new Address(
                    "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + EmbeddedUrl.STATEMENTS + "="
                            + EmbeddedUrl.KEPT_STATEMENTS,
                    "",
                    "",
                    4);
        }

        /** What of it would let the database lose what was acknowledged, and what to do about it. */
        public List<String> violations() {
            return EmbeddedUrl.of(url).map(EmbeddedUrl::violations).orElse(List.of());
        }

        /** Whether this is a PostgreSQL, or something that passes for one. */
        boolean isPostgreSql() {
            return url.startsWith("jdbc:postgresql:");
        }

        /** The file of an embedded database. */
        public Optional<Path> file() {
            return EmbeddedUrl.of(url).map(EmbeddedUrl::file);
        }

        /** Where things are kept, for people. */
        public String place() {
            if (isInMemory()) {
                return "in memory; nothing is kept when the server stops";
            }
            return "kept in " + file().map(Path::toString).orElse(toString());
        }

        /** The folder of an embedded database's file; empty for every other database. */
        public Optional<Path> folder() {
            return EmbeddedUrl.of(url)
                    .map(embedded -> embedded.file().toAbsolutePath().getParent());
        }

        /** Whether nothing is kept when the server stops. */
        public boolean isInMemory() {
            return url.startsWith("jdbc:h2:mem:");
        }

        /** The address without what may be secret in it. */
        @Override
        public String toString() {
            return url.replaceFirst("[;?].*", "").replaceFirst("//[^/]*@", "//");
        }
    }

    /**
     * Connects, and makes or renews the tables.
     *
     * @throws UnusableDatabase if there is no such database, if it would not keep what is acknowledged or has not kept
     *     it, or if its tables are of a later version
     */
    public static Database open(Address address) {
        return new Database(address, opened(address));
    }

    private static Pool opened(Address address) {
        try {
            return Pool.open(address, SOON);
        } catch (RuntimeException e) {
            throw new UnusableDatabase("cannot open the database " + address + ": " + UnusableDatabase.reason(e), e);
        }
    }

    /** The keys that were looked up in it a moment ago. */
    KnownKeys knownKeys() {
        return knownKeys;
    }

    /** Where it is. */
    public Address address() {
        return address;
    }

    /** The file that holds everything, if it is an embedded database. */
    public Optional<Path> file() {
        return address.file();
    }

    /** Whether other servers may have it open at the same time. */
    public boolean isShared() {
        return address.isPostgreSql();
    }

    /**
     * How many connections are at work or at rest, and how many wait for one.
     *
     * @param active at work
     * @param idle at rest
     * @param waiting how much work waits
     */
    public record Use(int active, int idle, int waiting) {}

    /** Does work on this thread for somebody: whatever it changes is told by their name. */
    public int as(Author worker, IntSupplier work) {
        author.set(worker);
        try {
            return work.getAsInt();
        } finally {
            author.remove();
        }
    }

    /** How its connections are used now. */
    public Use use() {
        return pool.use();
    }

    /** What keeps it from working; empty if nothing does. */
    public Optional<String> problem() {
        try {
            read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("the database does not answer");
        }
    }

    /** Runs work that only looks, at one state of everything. */
    <T> T read(Function<Handle, T> work) {
        return run(pool -> pool.jdbi().inTransaction(REPEATABLE_READ, work::apply));
    }

    /** The same with statements over JDBC alone: for what each request does. */
    <T> T look(Function<Sql, T> work) {
        return run(pool -> pool.inTransaction(Connection.TRANSACTION_REPEATABLE_READ, work));
    }

    /** Runs work that changes things with statements over JDBC alone: for what each request does. */
    <T> T change(Function<Sql, T> work) {
        return run(pool -> acknowledged(pool, () -> {
            var isDone = new AtomicBoolean();
            return kept(
                    pool,
                    isDone,
                    () -> pool.soon(() -> pool.inTransaction(Connection.TRANSACTION_READ_COMMITTED, sql -> {
                        T result = work.apply(sql);
                        isDone.set(true);
                        return result;
                    })));
        }));
    }

    private static <T> T acknowledged(Pool pool, Supplier<T> work) {
        T result = work.get();
        pool.acknowledge();
        return result;
    }

    /** Runs work that changes things, with a row of who did what in it. */
    <T> T audited(BiFunction<Handle, AuditTrail, T> work) {
        return write(handle -> {
            var trail = new AuditTrail();
            T result = work.apply(handle, trail);
            trail.write(new Sql(handle.getConnection()), author.get());
            return result;
        });
    }

    /** Runs work that changes things: all of it, or nothing if the work throws. What it gives back is kept. */
    <T> T write(Function<Handle, T> work) {
        return run(pool -> acknowledged(pool, () -> {
            var isDone = new AtomicBoolean();
            return kept(
                    pool,
                    isDone,
                    () -> pool.jdbi().inTransaction(READ_COMMITTED, handle -> {
                        T result = work.apply(handle);
                        isDone.set(true);
                        return result;
                    }));
        }));
    }

    /** The work, in a transaction; a connection that breaks while that ends leaves open whether it is kept. */
    private static <T> T kept(Pool pool, AtomicBoolean isDone, Supplier<T> transaction) {
        try {
            return transaction.get();
        } catch (RuntimeException e) {
            if (isDone.get() && Setback.of(e) == Setback.BROKEN_CONNECTION) {
                pool.renew();
                throw new Unavailable(
                        "the connection broke while a change was kept, which may be kept or not", SOON, e);
            }
            throw e;
        }
    }

    private <T> T run(Function<Pool, T> work) {
        return retries.run(work);
    }

    /** The pool, opened again if it is broken; who finds it being opened comes back later. */
    private Pool whole() {
        if (closed || !pool.isBroken()) {
            return pool;
        }
        if (!opening.tryLock()) {
            throw new Unavailable("the database is being opened again", SOON, null);
        }
        try {
            if (pool.isBroken()) {
                pool.close();
                pool = opened(address);
            }
            return pool;
        } catch (RuntimeException e) {
            throw new Unavailable("the database cannot be opened again yet: " + UnusableDatabase.reason(e), SOON, e);
        } finally {
            opening.unlock();
        }
    }

    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            pool.close();
        } finally {
            opening.unlock();
        }
    }
}
