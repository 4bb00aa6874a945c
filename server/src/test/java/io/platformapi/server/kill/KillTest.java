package io.platformapi.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.server.store.Database;
import io.platformapi.server.store.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server has acknowledged is kept, however it ends. */
final class KillTest {

    private static final int ON_ONE_DATABASE = 10;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("kill.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @FunctionalInterface
    private interface Place {
        Database.Address in(Path folder);
    }

    /** Three kills, or as many as {@code -Pkill} wants. */
    @Test
    void keepsWhatItAcknowledgedWhenItIsKilledUnderLoad() throws Exception {
        kill(Integer.getInteger("kills", 3), own -> new Database.Address("jdbc:h2:" + own.resolve("data"), "", "", 2));
    }

    /** One kill, or as many as {@code -Pkill} wants. */
    @Test
    void keepsItOnPostgreSqlAsWell() throws Exception {
        kill(Integer.getInteger("kills", 1), own -> Postgres.running().newDatabase());
    }

    private void kill(int kills, Place place) throws Exception {
        Kills.Report report = Kills.Report.NOTHING;
        for (int left = kills; left > 0; left -= ON_ONE_DATABASE) {
            Path own = Files.createDirectory(folder.resolve("after-" + report.kills()));
            report = report.and(Kills.of(Math.min(left, ON_ONE_DATABASE), own, place.in(own), random));
            System.out.println(report);
        }

        assertThat(report.acknowledged()).as("acknowledged changes").isPositive();
        assertThat(report.isClean()).as("%s (-Dkill.seed=%s)", report, seed).isTrue();
    }
}
