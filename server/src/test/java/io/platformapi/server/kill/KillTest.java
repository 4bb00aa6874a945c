package io.platformapi.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server has acknowledged is kept, however it ends. */
final class KillTest {

    private static final int ON_ONE_FILE = 10;

    @TempDir
    private Path folder;

    /** Three kills, or as many as {@code -Pkill} wants. */
    @Test
    void keepsWhatItAcknowledgedWhenItIsKilledUnderLoad() throws Exception {
        long seed = Long.getLong("kill.seed", System.nanoTime());
        var random = new Random(seed);
        Kills.Report report = Kills.Report.NOTHING;
        for (int left = Integer.getInteger("kills", 3); left > 0; left -= ON_ONE_FILE) {
            Path own = Files.createDirectory(folder.resolve("after-" + report.kills()));
            report = report.and(Kills.of(Math.min(left, ON_ONE_FILE), own, random));
            System.out.println(report);
        }

        assertThat(report.acknowledged()).as("acknowledged changes").isPositive();
        assertThat(report.isClean()).as("%s (-Dkill.seed=%s)", report, seed).isTrue();
    }
}
