package io.platformapi.compat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The git command, run in a folder.
 *
 * @param folder a folder of the repository; paths on the command line count from it
 */
record Git(Path folder) {

    /** The folder as the repository names it, {@code ""} or with a slash at its end. */
    String prefix() {
        return answer("there is no git repository here", "rev-parse", "--show-prefix");
    }

    /** The name of the tree that a reference stands for. */
    String treeOf(String ref) {
        String unknown = "there is no commit " + ref + " in the git repository; a shallow clone may lack it"
                + " (git fetch, or fetch-depth: 0 of the checkout)";
        if (ref.isEmpty() || ref.startsWith("-")) {
            throw new IllegalArgumentException(unknown);
        }
        return answer(unknown, "rev-parse", "--verify", "--quiet", ref + "^{tree}");
    }

    /** Starts a command that is talked to; what it complains of is dropped. */
    Process start(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalArgumentException("git cannot be started: " + e.getMessage(), e);
        }
    }

    /** The text of a file in a commit, {@code REF:path} from the top of the repository. */
    String text(String object) {
        return answer("git cannot show " + object, "show", object);
    }

    private String answer(String failure, String... arguments) {
        Process process = start(arguments);
        try {
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalArgumentException(failure);
            }
            return answer.stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
        }
    }
}
