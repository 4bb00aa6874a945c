package io.platformapi.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.opentest4j.TestAbortedException;

/**
 * A real PostgreSQL, started once for all tests of a run, and gone with it, however it ends: also by {@code kill -9}.
 *
 * <p>Where it cannot start, a test that asks for it fails if {@code CI} is set, and is left out with the reason
 * otherwise.
 */
public final class Postgres {

    private static final String TEMPLATE = "migrated";

    private final Path data;
    private final int port;

    private Postgres(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    private static final class Once {
        private static final Object STARTED = started();

        private static Object started() {
            try {
                return start();
            } catch (IOException | RuntimeException e) {
                return e;
            }
        }
    }

    private static Postgres start() throws IOException {
        Path data = Files.createTempDirectory("postgres").resolve("data");
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setServerConfig("synchronous_commit", "on") // which is off here, and then a kill loses changes
                .setServerConfig("fsync", "off")
                .start();
        Postgres postgres = new Postgres(data, started.getPort());
        postgres.endWithThisProcess();
        postgres.execute("create database " + TEMPLATE);
        Database.open(postgres.address(TEMPLATE)).close();
        return postgres;
    }

    /** Another one, for who stops it. */
    public static Postgres another() throws IOException {
        running(); // where there is none at all, that is said there
        return start();
    }

    /** The PostgreSQL of this run. */
    public static Postgres running() {
        if (Once.STARTED instanceof Postgres postgres) {
            return postgres;
        }
        Exception reason = (Exception) Once.STARTED;
        String problem = "no PostgreSQL can be started here: " + reason;
        if (System.getenv("CI") != null) {
            throw new IllegalStateException(problem, reason);
        }
        throw new TestAbortedException(problem, reason);
    }

    /** A new database that has the tables, and nothing in them. */
    public Database.Address newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name + " template " + TEMPLATE);
        return address(name);
    }

    /** A new database without tables. */
    Database.Address newEmptyDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name);
        return address(name);
    }

    private Database.Address address(String name) {
        return new Database.Address("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", "", 4);
    }

    private void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(address("postgres").url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A shell that waits for the end of this process, which closes what it reads, then stops and removes everything.
     */
    private void endWithThisProcess() throws IOException {
        new ProcessBuilder(
                        "sh",
                        "-c",
                        "trap '' INT TERM HUP; read end; kill -QUIT $(head -1 \"$0/postmaster.pid\"); sleep 1;"
                                + " rm -rf \"$(dirname \"$0\")\"",
                        data.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Stops it while others use it, by a signal to itself, and starts it again after that work. */
    public void whileStopped(String signal, Callable<?> work) throws Exception {
        Path pidFile = data.resolve("postmaster.pid");
        String pid = Files.readAllLines(pidFile).get(0).strip();
        ProcessHandle.Info info =
                ProcessHandle.of(Long.parseLong(pid)).orElseThrow().info();
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U")); // as it was started
        }
        command.add(info.command().orElseThrow());
        command.addAll(List.of(info.arguments().orElseThrow()));
        new ProcessBuilder("kill", "-" + signal, pid).inheritIO().start().waitFor();
        for (int tenths = 0; Files.exists(pidFile); tenths++) {
            if (tenths == 300) {
                throw new IllegalStateException("PostgreSQL does not stop");
            }
            Thread.sleep(100);
        }
        try {
            work.call();
        } finally {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    private static boolean isRoot() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }
}
