package io.platformapi.server.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server's command in a process of its own, which can be ended as only the machine can end it. */
public final class ServerProcess implements AutoCloseable {

    private static final String READY = "ready: Platform API at ";

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** What became of a command that has ended. */
    record Ended(int status, String out, String err) {}

    /** Starts a server; empty if it does not want to, the reason for which is in the file of its errors. */
    public static Optional<ServerProcess> start(Path config, Path errors) throws IOException {
        return started(command(List.of("--config", config.toString())), errors);
    }

    /** Starts a server none of whose files may grow over so many kilobytes, as if the disk were full then. */
    static Optional<ServerProcess> startOnSmallDisk(Path config, Path errors, long kilobytes) throws IOException {
        ProcessBuilder command = command(List.of("--config", config.toString()));
        command.command().addAll(0, List.of("bash", "-c", "ulimit -S -f " + kilobytes + "; exec \"$@\"", "bash"));
        return started(command, errors);
    }

    /** Gives a server all the disk that there is. */
    void growDisk() throws IOException, InterruptedException {
        int status = new ProcessBuilder(
                        "prlimit", "--pid", String.valueOf(process.pid()), "--fsize=unlimited:unlimited")
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("prlimit ended with " + status);
        }
    }

    private static Optional<ServerProcess> started(ProcessBuilder command, Path errors) throws IOException {
        Process process = command.redirectError(errors.toFile()).start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return Optional.of(new ServerProcess(process, URI.create(line.substring(READY.length()))));
            }
        }
        process.destroyForcibly();
        return Optional.empty();
    }

    /** Runs a command that ends by itself. */
    static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        int status = command(List.of(arguments))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Ended(status, Files.readString(out), Files.readString(err));
    }

    private static ProcessBuilder command(List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.platformapi.server.PlatformServer"));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    public URI address() {
        return address;
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the process to end, and does not wait until it has. */
    void stop() {
        process.destroy();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
