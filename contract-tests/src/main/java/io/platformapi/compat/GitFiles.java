package io.platformapi.compat;

import io.platformapi.contract.source.Loader;
import io.platformapi.contract.source.Place;
import io.platformapi.contract.source.UnreadableDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files of one git tree, read through one process however many they are. To a document they look like a disk of
 * their own, whose root is the repository's: what the working tree holds is never seen.
 */
final class GitFiles implements Loader, AutoCloseable {

    /** What {@code git cat-file} answers instead of a file. */
    private static final Map<String, String> INSTEAD = Map.of(
            "tree", "it is a folder",
            "commit", "it is a submodule",
            "symlink", "it is a link that leads out of the repository",
            "dangling", "it is a link that leads nowhere",
            "loop", "it is a link that leads to itself",
            "notdir", "a file stands where a folder should be");

    private final String ref;
    private final String tree;
    private final Process process;

    private GitFiles(String ref, String tree, Process process) {
        this.ref = ref;
        this.tree = tree;
        this.process = process;
    }

    /**
     * The files of a commit, a tag or a branch.
     *
     * @throws IllegalArgumentException if there is no such thing in the repository around the folder
     */
    static GitFiles of(Git git, String ref) {
        String tree = git.treeOf(ref);
        return new GitFiles(ref, tree, git.start("cat-file", "--batch", "--follow-symlinks"));
    }

    @Override
    public String text(URI uri, Place from) {
        String path = Path.of(uri).toString().substring(1);
        try {
            process.getOutputStream().write((tree + ":" + path + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            String[] answer = line(process.getInputStream()).split(" ");
            if (answer[answer.length - 1].equals("missing")) {
                throw new UnreadableDocument(from, "there is no file " + path + " in " + ref + " of the repository");
            }
            byte[] content = process.getInputStream().readNBytes(Integer.parseInt(answer[answer.length - 1]));
            line(process.getInputStream());
            String kind = answer[answer.length == 3 ? 1 : 0];
            if (!kind.equals("blob")) {
                throw new UnreadableDocument(
                        from,
                        path + " of " + ref + " cannot be read: " + INSTEAD.getOrDefault(kind, "it is a " + kind));
            }
            return decoded(content, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(byte[] content, Place from) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableDocument(from, "the file cannot be read: it is not UTF-8");
        }
    }

    private String line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = stream.read(); next != '\n'; next = stream.read()) {
            if (next < 0) {
                throw new IllegalArgumentException("git ended while " + ref + " was read");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
