package io.platformapi.compat;

import io.platformapi.contract.Contract;
import io.platformapi.contract.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Reads the documents that the command line names: files, addresses, and {@code git:REF:path}. */
final class Inputs {

    private static final String GIT = "git:";

    private final ContractReader reader = new ContractReader(Access.SAME_ORIGIN);

    /** The contract of that name. */
    Contract read(String name) {
        return name.startsWith(GIT) ? ofGit(name) : reader.read(name);
    }

    private Contract ofGit(String name) {
        int colon = name.indexOf(':', GIT.length());
        if (colon < 0) {
            throw new IllegalArgumentException(name + " is not git:REF:path, such as git:v1.0.0:spec/openapi.yaml");
        }
        String path = name.substring(colon + 1);
        String text = run("git", "show", name.substring(GIT.length(), colon) + ":./" + path);
        return reader.read(text, Path.of(path).toAbsolutePath().toUri(), name);
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalArgumentException(String.join(" ", command) + ": " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
