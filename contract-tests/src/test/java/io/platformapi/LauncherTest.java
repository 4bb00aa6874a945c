package io.platformapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program that the launcher starts says and does what it does without one, whatever becomes of the archive; here it
 * is a small one that repeats its arguments, and tells whether it was started from an archive.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
final class LauncherTest {

    private static final Path SOURCE = Path.of("..", "spec", "src", "launcher", "launcher.sh");

    @TempDir
    private Path folder;

    private Path home;
    private Path cache;

    /** What a run said and how it ended. */
    private record Run(int status, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectory(folder.resolve("with a blank"));
        cache = folder.resolve("cache of archives");
        Path launcher = home.resolve("contract-tests");
        Files.writeString(launcher, Files.readString(SOURCE).replace("@name@", "contract-tests"));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        program("one");
    }

    /** Puts a program in place that says a word, its arguments and whether an archive was given, and ends with 3. */
    private void program(String word) throws IOException {
        Path source = folder.resolve("Program.java");
        Files.writeString(source, """
                import java.lang.management.ManagementFactory;
                public class Program {
                    public static void main(String[] arguments) {
                        boolean archived = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .anyMatch(option -> option.matches("-XX:(SharedArchiveFile|AOTCache)=.*"));
                        String last = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                                .filter(option -> option.startsWith("-XX:TieredStopAtLevel="))
                                .reduce("", (first, second) -> second);
                        String own = last.endsWith("=1") ? "" : " " + last;
                        System.out.println("%s " + String.join("|", arguments) + (archived ? " archived" : "") + own);
                        System.exit(3);
                    }
                }
                """.formatted(word));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", folder.toString(), source.toString()))
                .isZero();
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Program");
        try (OutputStream file = Files.newOutputStream(home.resolve("contract-tests.jar"));
                var jar = new JarOutputStream(file, manifest)) {
            jar.putNextEntry(new JarEntry("Program.class"));
            jar.write(Files.readAllBytes(folder.resolve("Program.class")));
        }
    }

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("contract-tests").toString()));
        command.addAll(List.of(arguments));
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LAUNCHER_CACHE", cache.toString());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new Run(status, Files.readString(out.toPath(), UTF_8), Files.readString(err.toPath(), UTF_8));
    }

    /** The archive, once it is made. */
    private Path archive() throws Exception {
        while (true) {
            List<Path> made = cached();
            if (made.size() == 1 && !made.get(0).toString().endsWith(".making")) {
                return made.get(0);
            }
            Thread.sleep(50);
        }
    }

    private List<Path> cached() throws IOException {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    @Test
    void startsAtOnceAndFromAnArchiveFromThenOn() throws Exception {
        Run first = run(Map.of(), "lint", "a b", "$c");
        archive();
        Run second = run(Map.of(), "lint", "a b", "$c");

        assertThat(first).isEqualTo(new Run(3, "one lint|a b|$c\n", ""));
        assertThat(second).isEqualTo(new Run(3, "one lint|a b|$c archived\n", ""));
    }

    @Test
    void neverRunsFromTheArchiveOfAnotherJar() throws Exception {
        run(Map.of(), "lint");
        Path before = archive();
        program("two");
        Run changed = run(Map.of(), "lint");
        Path after = archive();
        Run again = run(Map.of(), "lint");

        assertThat(changed).isEqualTo(new Run(3, "two lint\n", ""));
        assertThat(again).isEqualTo(new Run(3, "two lint archived\n", ""));
        assertThat(after).isNotEqualTo(before);
        assertThat(cached()).containsExactly(after);
    }

    @Test
    void runsWithAnArchiveThatCannotBeUsed() throws Exception {
        run(Map.of(), "lint");
        Path archive = archive();
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        assertThat(run(Map.of(), "lint")).isEqualTo(new Run(3, "one lint archived\n", ""));
    }

    @Test
    void runsWithoutAPlaceForArchives() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(run(Map.of("LAUNCHER_CACHE", file + "/below"), "lint")).isEqualTo(new Run(3, "one lint\n", ""));
        assertThat(run(Map.of("LAUNCHER_CACHE", "none"), "lint")).isEqualTo(new Run(3, "one lint\n", ""));
        assertThat(cached()).isEmpty();
    }

    @Test
    void makesTheArchiveThatAnotherRunLeftUnfinished() throws Exception {
        run(Map.of(), "lint");
        Path archive = archive();
        Files.delete(archive);
        Path making = Files.createDirectory(cache.resolve(archive.getFileName() + ".making"));
        run(Map.of(), "lint");
        assertThat(cached()).as("another may be at it").containsExactly(making);
        Files.setLastModifiedTime(making, FileTime.from(Instant.now().minus(Duration.ofMinutes(12))));
        run(Map.of(), "lint");

        assertThat(archive()).isEqualTo(archive);
    }

    @Test
    void takesOptionsForJavaOverItsOwn() throws Exception {
        Run run = run(Map.of("JAVA_OPTS", "-XX:TieredStopAtLevel=2", "LAUNCHER_CACHE", "none"), "compat");

        assertThat(run).isEqualTo(new Run(3, "one compat -XX:TieredStopAtLevel=2\n", ""));
    }

    @Test
    void takesOptionsForJava() throws Exception {
        Run run = run(Map.of("JAVA_OPTS", "-XX:+UseParallelGC -Xmx64m", "LAUNCHER_CACHE", "none"), "compat");

        assertThat(run).isEqualTo(new Run(3, "one compat\n", ""));
    }

    @Test
    void saysInOneLineThatThereIsNoJavaOrATooOldOne() throws Exception {
        Path none = Files.createDirectory(folder.resolve("none"));
        Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        executable(old.resolve("bin/java"), "#!/bin/sh\nexit 1\n");

        assertThat(run(Map.of("JAVA_HOME", none.toString()), "lint"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "contract-tests: there is no Java here; install Java 17 or later, or let JAVA_HOME name one\n"));
        assertThat(run(Map.of("JAVA_HOME", old.toString()), "lint"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "contract-tests: this is Java 11, at " + old.toRealPath()
                                + "; it takes 17 or later, and JAVA_HOME may name one\n"));
    }

    @Test
    void takesTheJavaThatCameAlongIfItIsForThisSystem() throws Exception {
        Path runtime = Files.createDirectories(home.resolve("runtime/bin")).getParent();
        executable(runtime.resolve("bin/java"), "#!/bin/sh\necho its own\n");
        Process uname = new ProcessBuilder("uname", "-sm").start();
        Files.write(runtime.resolve("system"), uname.getInputStream().readAllBytes());
        assertThat(run(Map.of("LAUNCHER_CACHE", "none"), "lint")).isEqualTo(new Run(0, "its own\n", ""));

        Files.writeString(runtime.resolve("system"), "Plan9 mips");
        assertThat(run(Map.of("LAUNCHER_CACHE", "none"), "lint")).isEqualTo(new Run(3, "one lint\n", ""));
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
