package io.platformapi.verify;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A command of the shell that prints a token. */
final class TokenCommand {

    private static final long SECONDS = 60;

    private TokenCommand() {}

    /**
     * What the command prints, which has to be a token.
     *
     * @throws IOException if it fails, takes too long, or prints none; what it printed may be secret, and is not told
     */
    static String printed(String command) throws IOException {
        Path output = Files.createTempFile("token", "");
        try {
            Process process = new ProcessBuilder(shell(command))
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("--token-command did not end within " + SECONDS + " s.");
            }
            if (process.exitValue() != 0) {
                throw new IOException("--token-command ended with " + process.exitValue() + ".");
            }
            return token(new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for --token-command");
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String[] shell(String command) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows ? new String[] {"cmd", "/c", command} : new String[] {"sh", "-c", command};
    }

    private static String token(String printed) throws IOException {
        String token = printed.strip();
        if (!token.matches("[\\x21-\\x7E]+")) {
            throw new IOException(
                    token.isEmpty()
                            ? "--token-command printed nothing."
                            : "--token-command printed more than a token: it has to be one word of ASCII.");
        }
        return token;
    }
}
