package io.platformapi.report;

import io.platformapi.contract.source.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A look whether something can be written to a file, before a run of an hour that has it to write in the end. */
public final class FileProbe {

    private FileProbe() {}

    /** Why nothing can be written to the file; empty if it can. What the file holds stays as it is. */
    public static Optional<String> fault(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return Optional.of("there is no folder " + folder);
        }
        if (Files.isDirectory(path)) {
            return Optional.of("it is a folder");
        }
        boolean isNew = Files.notExists(path);
        try {
            Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
            if (isNew) {
                Files.delete(path);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("it cannot be written: " + FileFault.reason(e));
        }
    }
}
