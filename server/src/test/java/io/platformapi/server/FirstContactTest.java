package io.platformapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The way of somebody who has a jar and an empty folder. Left out where there is no {@code curl}. */
final class FirstContactTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @TempDir
    private Path folder;

    private ProcessBuilder in(String... command) {
        var process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().merge("PATH", JAVA.toString(), (path, java) -> java + File.pathSeparator + path);
        return process.redirectError(folder.resolve("errors.txt").toFile());
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static List<String> linesUntil(BufferedReader out, String start) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.isEmpty() || !lines.get(lines.size() - 1).startsWith(start)) {
            lines.add(out.readLine());
        }
        return lines;
    }

    @Test
    void reachesAFirstAnswerByTheOneCommandThatTheServerPrints() throws Exception {
        assumeTrue(has("sh") && has("curl"), "this needs sh and curl");
        Process server = in(
                        "java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlatformServer.class.getName(),
                        "--port",
                        "0",
                        "--database-url",
                        "jdbc:h2:./it's mine")
                .start();
        try (var out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = linesUntil(out, "try: ");
            assertThat(lines.get(lines.size() - 2))
                    .isEqualTo("empty: nobody is in it yet; this enters a first contact, makes a key for it and asks"
                            + " with it");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("it's mine.mv.db.control"))))
                    .isEqualTo("rwx------");

            String printed = lines.get(lines.size() - 1).substring("try: ".length());
            Process curl = in("sh", "-c", printed + " -s -w ' %{http_code}'").start();
            String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Files.readString(folder.resolve("errors.txt"))).isEmpty();
            assertThat(answer).endsWith(" 200");
        } finally {
            server.destroy();
            server.waitFor();
        }
        assertThat(folder.resolve("it's mine.mv.db.control")).doesNotExist();
    }

    @Test
    void printsNothingThatIsSecret() {
        CommandLine line = ServerCommand.line(Map.of());
        line.parseArgs(
                "--config", "a b", "--database-url", "jdbc:postgresql://h/d?PassWord=x", "--database-password", "x");

        List<String> lines = new FirstContact(line.getCommandSpec()).lines(URI.create("http://127.0.0.1:8080"));

        assertThat(lines.get(0))
                .endsWith("asks with it; set PLATFORM_DATABASE_URL and PLATFORM_DATABASE_PASSWORD for it");
        assertThat(lines.get(1)).contains(" --config 'a b' contact add ").doesNotContain("=x", "jdbc:");
    }
}
