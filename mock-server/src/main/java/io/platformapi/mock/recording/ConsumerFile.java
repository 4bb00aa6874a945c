package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.FileFault;
import io.platformapi.contract.source.Place;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.servicestack.EditionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The file that a client's uses are kept in, as YAML, or as JSON where its name says so. It is written beside itself
 * and then moved, so that nobody ever reads half of it.
 */
final class ConsumerFile {

    /** By it {@code compat} knows the document of a client (decision 87). */
    private static final String MARK = "x-consumer";

    private final Path path;

    ConsumerFile(Path path) {
        this.path = path;
    }

    /** Its name, as somebody calls it. */
    String name() {
        return path.toString();
    }

    /**
     * The document that is there; empty for a file that is not, or is empty.
     *
     * @throws UnreadableDocument if what is there is none that can be widened
     */
    Optional<Contract> read() {
        try {
            if (Files.notExists(path) || Files.isRegularFile(path) && Files.size(path) == 0) {
                return Optional.empty();
            }
        } catch (IOException e) {
            throw unreadable("it cannot be read: " + FileFault.reason(e));
        }
        Contract there = new ContractReader(Access.SAME_ORIGIN).read(path.toString());
        there.illegible().stream().findFirst().ifPresent(slip -> {
            throw slip.node().unreadable("this cannot be read, and would be lost when the file is written anew");
        });
        return Optional.of(there);
    }

    /**
     * Makes the folder, and looks that the file can be written.
     *
     * @throws UnreadableDocument if it cannot
     */
    void check() {
        if (Files.isDirectory(path)) {
            throw unreadable("this is a folder; name a file to record into");
        }
        try {
            Files.createDirectories(folder());
            Files.delete(Files.createTempFile(folder(), "." + path.getFileName(), ".tmp"));
        } catch (IOException e) {
            throw unreadable("nothing can be written there: " + FileFault.reason(e));
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw unreadable("the file may not be written");
        }
    }

    /** The document, which says whose it is: the file's name is the client's until somebody writes another. */
    ObjectNode marked(ObjectNode document) {
        return document.has(MARK) ? document : document.deepCopy().put(MARK, client());
    }

    void write(ObjectNode document) throws IOException {
        String text =
                path.toString().endsWith(".json") ? EditionWriter.json(document) + "\n" : EditionWriter.yaml(document);
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path beside = folder().resolve(
                        "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(beside, text);
            if (Files.exists(target)
                    && beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private String client() {
        return String.valueOf(path.getFileName()).replaceAll("\\.(?i)(ya?ml|json)$", "");
    }

    private Path folder() throws IOException {
        Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = real.getParent();
        return folder == null ? real : folder;
    }

    private UnreadableDocument unreadable(String problem) {
        return new UnreadableDocument(new Place(path.toString(), "", 1), problem);
    }
}
