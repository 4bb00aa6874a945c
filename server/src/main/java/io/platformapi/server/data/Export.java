package io.platformapi.server.data;

import io.platformapi.contract.source.FileFault;
import io.platformapi.server.store.Archive;
import io.platformapi.server.store.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A database on its way into lines, as it is at one moment: roles, contacts, their roles, requests and connections. */
public final class Export {

    private final BufferedWriter lines;
    private final EntryWriter writer = new EntryWriter();
    private int written;

    private Export(BufferedWriter lines) {
        this.lines = lines;
    }

    /**
     * Writes a file, which is there once it is whole.
     *
     * @return how many things it has
     * @throws UnusableData if the file cannot be written
     */
    public static int to(Path file, Database database) {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new UnusableData(List.of("cannot write " + file + ": it is a folder"));
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            int written = Archive.read(database, archive -> to(partial, archive));
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } catch (IOException | Unwritable e) {
            throw new UnusableData(List.of("cannot write " + file + ": " + reason(e)));
        } finally {
            partial.toFile().delete(); // there is none unless something has failed
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure instanceof Unwritable ? failure.getCause() : failure;
        return cause instanceof NoSuchFileException
                ? "there is no such folder"
                : cause instanceof IOException refused ? FileFault.reason(refused) : "";
    }

    /** What a disk says that takes nothing: the store would take an unchecked one for its own. */
    private static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwritable(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static int to(Path partial, Archive archive) {
        try (BufferedWriter lines = Files.newBufferedWriter(partial)) {
            return new Export(lines).write(archive);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }

    private int write(Archive archive) {
        archive.eachRole(role -> write(new Entry.OfRole(role)));
        archive.eachContact(contact -> write(new Entry.OfContact(contact)));
        archive.eachContactRole(role -> write(new Entry.OfContactRole(role)));
        archive.eachConnection(connection -> write(Entry.OfConnection.of(connection)));
        return written;
    }

    private void write(Entry entry) {
        try {
            lines.write(writer.line(entry));
            lines.write('\n');
            written++;
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }
}
