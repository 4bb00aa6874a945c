package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the disk is made to do before a change is acknowledged. */
final class EmbeddedFileTest {

    @TempDir
    private Path folder;

    private final Disk disk = new Disk();
    private MVStore store;
    private EmbeddedFile file;

    /** A disk that counts how often it is made to write, and can refuse to. */
    public static final class Disk extends FilePathWrapper {

        private static final AtomicInteger FORCED = new AtomicInteger();
        private static final AtomicInteger REFUSALS = new AtomicInteger();
        private static final Semaphore FREE = new Semaphore(Integer.MAX_VALUE);

        /** H2 makes one for each path. */
        public Disk() {}

        @Override
        public String getScheme() {
            return "counted";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            FileChannel channel = super.open(mode);
            return new FileBaseDefault() {
                @Override
                public int read(ByteBuffer target, long position) throws IOException {
                    return channel.read(target, position);
                }

                @Override
                public int write(ByteBuffer source, long position) throws IOException {
                    return channel.write(source, position);
                }

                @Override
                public long size() throws IOException {
                    return channel.size();
                }

                @Override
                protected void implTruncate(long size) throws IOException {
                    channel.truncate(size);
                }

                @Override
                public void force(boolean metaData) throws IOException {
                    FREE.acquireUninterruptibly();
                    FREE.release();
                    if (REFUSALS.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IOException("no space left");
                    }
                    FORCED.incrementAndGet();
                }

                @Override
                public FileLock tryLock(long position, long size, boolean shared) throws IOException {
                    return channel.tryLock(position, size, shared);
                }

                @Override
                protected void implCloseChannel() throws IOException {
                    channel.close();
                }
            };
        }
    }

    @BeforeEach
    void open() {
        FilePath.register(disk);
        Disk.FORCED.set(0);
        store = new MVStore.Builder()
                .fileName("counted:" + folder.resolve("data.mv.db"))
                .autoCommitDisabled()
                .open();
        file = EmbeddedFile.of(folder.resolve("data.mv.db"), store);
    }

    @AfterEach
    void close() {
        file.close();
        store.closeImmediately();
        FilePath.unregister(disk);
    }

    private void commit(String value) {
        MVMap<String, String> map = store.openMap("map");
        map.put(value, value);
        store.commit();
    }

    @Test
    void theDiskHasWrittenWhatIsAcknowledged() {
        commit("a");
        int before = Disk.FORCED.get();
        file.acknowledge();

        assertThat(Disk.FORCED).hasValue(before + 1);
        assertThat(Mark.read(folder.resolve("data.mv.db")))
                .contains(new Mark.Version(
                        store.getFileStore().getCreationTime(),
                        store.getFileStore().lastChunkVersion()));
    }

    @Test
    void whatSomebodyElseIsStillWritingIsWrittenFirst() {
        store.openMap("map").put("seen", "by who repeats it");
        file.acknowledge();

        assertThat(store.hasUnsavedChanges()).isFalse();
    }

    @Test
    void oneWriteServesEveryCommitBeforeIt() {
        commit("a");
        commit("b");
        int before = Disk.FORCED.get();
        file.acknowledge();
        file.acknowledge();

        assertThat(Disk.FORCED).hasValue(before + 1);
    }

    @Test
    void nothingIsAcknowledgedAfterTheDiskHasRefusedOnce() {
        commit("a");
        Disk.REFUSALS.set(1);

        assertThatThrownBy(file::acknowledge)
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no space left");
        assertThat(file.isBroken()).isTrue();
    }

    @Test
    void aCommitIsWrittenOnceItIsAcknowledged() throws SQLException {
        Path path = folder.resolve("sql.mv.db");
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:" + folder.resolve("sql") + ";WRITE_DELAY=0");
                EmbeddedFile own = EmbeddedFile.of(path, connection);
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (x int)");
            Mark.Version before = Mark.read(path).orElseThrow();
            own.acknowledge();
            Mark.Version created = Mark.read(path).orElseThrow();
            for (int i = 0; i < 10; i++) {
                statement.execute("insert into t values (1)");
            }
            own.acknowledge();

            assertThat(created.number()).isEqualTo(before.number() + 1);
            assertThat(Mark.read(path).orElseThrow().number()).isEqualTo(created.number() + 1);
        }
    }

    @Test
    void oneRoundServesAllThatWaitForTheDisk() throws Exception {
        List<FutureTask<Void>> waiting = whileTheDiskIsBusy();
        int before = Disk.FORCED.get();
        Disk.FREE.release(Integer.MAX_VALUE);
        for (FutureTask<Void> task : waiting) {
            task.get();
        }

        assertThat(Disk.FORCED).hasValue(before + 2);
        assertThat(store.hasUnsavedChanges()).isFalse();
    }

    @Test
    void aRoundDoesNotWaitForeverForWhoNeverCommits() {
        commit("a");
        file.soon(() -> {
            file.acknowledge();
            return "acknowledged";
        });

        assertThat(Disk.FORCED).hasPositiveValue();
    }

    @Test
    void nobodyWhoWaitedForAFailureIsAcknowledged() throws Exception {
        List<FutureTask<Void>> waiting = whileTheDiskIsBusy();
        Disk.REFUSALS.set(1);
        Disk.FREE.release(Integer.MAX_VALUE);

        assertThat(waiting)
                .hasSize(4)
                .allSatisfy(task -> assertThatThrownBy(task::get).hasCauseInstanceOf(UncheckedIOException.class));
    }

    /**
     * Four that have committed something: the disk does not come to an end with the first, all others wait behind it.
     */
    private List<FutureTask<Void>> whileTheDiskIsBusy() throws InterruptedException {
        Disk.FREE.drainPermits();
        List<FutureTask<Void>> tasks = new ArrayList<>();
        for (String value : List.of("a", "b", "c", "d")) {
            store.openMap("map").put(value, value);
            var task = new FutureTask<Void>(file::acknowledge, null);
            var thread = new Thread(task);
            thread.start();
            tasks.add(task);
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.BLOCKED) {
                Thread.sleep(1);
            }
        }
        return tasks;
    }
}
