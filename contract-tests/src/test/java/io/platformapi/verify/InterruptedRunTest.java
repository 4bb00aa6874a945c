package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: what a signal and a header of one's own need. */
@Timeout(120)
class InterruptedRunTest {

    @TempDir
    private Path folder;

    private Process verify(RawServer server, String... more) throws Exception {
        Path document = Files.writeString(folder.resolve("api.yaml"), VerifyRun.reads("text/plain", "/a", "/b"));
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.platformapi.ContractTests",
                "verify",
                "--spec",
                document.toString(),
                "--url",
                server.address().toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // there a process is ended without a word
    void tellsWhatWasFoundSoFarInEveryForm() throws Exception {
        try (RawServer server = RawServer.start((request, out) -> {
            if (request.contains("Accept: ")) {
                Thread.sleep(60_000);
            }
            RawServer.answer(out, 500, "text/plain", "oops");
        })) {
            List<String> reports = new ArrayList<>();
            for (ReportFormat format : ReportFormat.values()) {
                reports.addAll(List.of("--report", format + "=" + folder.resolve(format + ".report")));
            }
            Process process = verify(server, reports.toArray(String[]::new));
            while (server.requests.size() < 2 && process.isAlive()) {
                Thread.sleep(50);
            }
            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(Files.readString(folder.resolve("out")))
                    .contains("The run ended before it was done: the run was interrupted.");
            for (ReportFormat format : ReportFormat.values()) {
                assertThat(Files.readString(folder.resolve(format + ".report")))
                        .as(format.toString())
                        .contains("The server fails with 500.", "Not tested: the run was interrupted.");
            }
        }
    }

    @Test
    void sendsAHostOfItsOwn() throws Exception {
        List<String> hosts = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.start((request, out) -> {
            hosts.addAll(
                    request.lines().filter(line -> line.startsWith("Host:")).toList());
            RawServer.answer(out, 200, "text/plain", request.startsWith("HEAD") ? "" : "fine");
        })) {
            Process process = verify(server, "--header", "Host: pets.example.com", "--random", "0");
            process.waitFor();

            assertThat(hosts).isNotEmpty().containsOnly("Host: pets.example.com");
        }
    }
}
