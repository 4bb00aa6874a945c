package io.platformapi.compat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the documents that the command line names: files, addresses, and {@code git:REF:path}, whose other files are
 * read from the same commit.
 */
final class DocumentSources {

    private static final String GIT = "git:";

    private final ContractReader reader = new ContractReader(Access.SAME_ORIGIN);
    private final RecentDocuments recent = new RecentDocuments();
    private final Git git;
    private final InputStream input;

    /** Documents as seen from a folder. */
    DocumentSources(Path folder) {
        this(folder, System.in);
    }

    /** Documents as seen from a folder, and one that comes by a stream, called {@code -}. */
    DocumentSources(Path folder, InputStream input) {
        this.input = input;
        this.git = new Git(folder);
    }

    /** The contract of that name. */
    Contract read(String name) {
        if (name.equals("-")) {
            return ofInput();
        }
        return name.startsWith(GIT)
                ? ofGit(name)
                : recent.read(name, Loader.USUAL, loader -> reader.read(name, loader));
    }

    /** What comes by standard input; what it refers to is seen from the folder where this runs. */
    private Contract ofInput() {
        try {
            String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            return reader.read(text, Path.of("stdin").toAbsolutePath().toUri(), "-");
        } catch (IOException e) {
            throw new IllegalArgumentException("Standard input cannot be read: " + e.getMessage(), e);
        }
    }

    /** The lines of a file that a place of a contract names; none where it is not at hand any more. */
    List<String> lines(String name) {
        try {
            if (name.startsWith(GIT)) {
                int colon = name.indexOf(':', GIT.length());
                return git.text(name.substring(GIT.length(), colon) + ":" + git.prefix() + name.substring(colon + 1))
                        .lines()
                        .toList();
            }
            Path file = Path.of(name);
            return Files.isRegularFile(file) ? Files.readString(file).lines().toList() : List.of();
        } catch (IOException | RuntimeException e) {
            return List.of(); // the report is right without the lines
        }
    }

    private Contract ofGit(String name) {
        int colon = name.indexOf(':', GIT.length());
        if (colon < 0 || colon == name.length() - 1) {
            throw new IllegalArgumentException(name + " is not git:REF:path, such as git:v1.0.0:spec/openapi.yaml");
        }
        Path path = Path.of(git.prefix() + name.substring(colon + 1)).normalize();
        if (path.startsWith("..") || path.isAbsolute()) {
            throw new IllegalArgumentException(name + " lies outside the git repository");
        }
        try (GitFiles files = GitFiles.of(git, name.substring(GIT.length(), colon))) {
            URI uri = new URI("file", "", "/" + path, null);
            return recent.read(name, files, loader -> reader.read(uri, name, loader));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name + " is no path: " + e.getReason(), e);
        }
    }
}
