package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Scripts for Node in a folder of the build, with the packages of their lock file.
 *
 * <p>Whoever builds without Node gets a line that says so; in CI, where {@code CI} is set, the test fails instead.
 */
record NodeProject(Path folder) {

    private static final String LOCK = "package-lock.json";
    private static final String NPM =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? "npm.cmd" : "npm";

    /** Copies scripts into a folder and installs what they need, unless that is there from last time. */
    static NodeProject install(Path scripts, Path folder) throws IOException, InterruptedException {
        NodeProject project = new NodeProject(Files.createDirectories(folder));
        boolean installed = project.has(scripts.resolve(LOCK));
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) {
            project.installPackages();
        }
        return project;
    }

    private boolean has(Path lock) throws IOException {
        return Files.exists(folder.resolve("node_modules").resolve("." + LOCK))
                && Files.exists(folder.resolve(LOCK))
                && Files.mismatch(lock, folder.resolve(LOCK)) < 0;
    }

    private void installPackages() throws IOException, InterruptedException {
        Finished npm =
                finished(List.of(NPM, "ci", "--ignore-scripts", "--prefer-offline"), Map.of(), Duration.ofMinutes(2));
        if (npm.status() != 0) {
            throw untried("npm ci ended with " + npm.status() + "\n" + npm.output());
        }
    }

    private static TestAbortedException untried(String why) {
        String message = "Scripts for Node were not run: " + why;
        if (System.getenv("CI") != null) {
            fail(message);
        }
        System.err.println(message);
        return new TestAbortedException(message);
    }

    /** Runs a script, which has to end with 0 within a minute. */
    void run(String script, Map<String, String> environment) throws IOException, InterruptedException {
        Finished node = finished(List.of("node", script), environment, Duration.ofMinutes(1));

        assertThat(node.status()).as("%s\n%s", script, node.output()).isZero();
    }

    private record Finished(int status, String output) {}

    private Finished finished(List<String> command, Map<String, String> environment, Duration patience)
            throws IOException, InterruptedException {
        Path output = folder.resolve(command.get(0) + ".log");
        Process process = started(command, environment, output);
        try {
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended)
                    .as("%s, within %s\n%s", command, patience, Files.readString(output))
                    .isTrue();
            return new Finished(process.exitValue(), Files.readString(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process started(List<String> command, Map<String, String> environment, Path output) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw untried("install Node 20 or later (" + e.getMessage() + ")");
        }
    }
}
