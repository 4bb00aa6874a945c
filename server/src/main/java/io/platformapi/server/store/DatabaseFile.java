package io.platformapi.server.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A look at the file of an embedded database before it is opened: H2 starts on an empty file as on a new one, and on a
 * cut one as on an older state of it.
 */
final class DatabaseFile {

    private static final int BLOCK = 4096;
    private static final int HEADERS = 2 * BLOCK;
    private static final Pattern VERSION = Pattern.compile("[:,]version:([0-9a-f]{1,16})\\b");

    private final Path file;
    private final Optional<Mark.Version> acknowledged;

    private DatabaseFile(Path file) {
        this.file = file;
        this.acknowledged = Mark.read(file);
    }

    /**
     * Looks at a file without changing it.
     *
     * @throws UnusableDatabase if it does not hold everything that was acknowledged, or cannot be opened now
     */
    static void check(Path file) {
        new DatabaseFile(file).check();
    }

    private void check() {
        try {
            if (Files.exists(file)) {
                checkContents();
            } else if (acknowledged.isPresent()) {
                throw new UnusableDatabase(
                        file + " is gone, though " + Mark.beside(file).getFileName()
                                + " beside it says that something was kept in it; put it back, or delete the latter to start"
                                + " with nothing");
            } else {
                checkFolder(file.toAbsolutePath().getParent());
            }
        } catch (IOException e) {
            throw new UnusableDatabase("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Where the first file of a database goes; H2 prints what stands on the stack if it cannot go there. */
    private static void checkFolder(@Nullable Path folder) {
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UnusableDatabase("there can be no folder " + folder + ": it is a file, or not permitted", e);
        }
    }

    private void checkContents() throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file) || !Files.isWritable(file)) {
            throw new UnusableDatabase(file + " is no file that this server may read and write");
        }
        if (Files.size(file) == 0) {
            throw new UnusableDatabase(file + " is empty, which no database is; put a backup in its place, or delete it"
                    + " if nothing was ever kept in it");
        }
        long promised = promisedByHeader();
        try (MVStore store =
                new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
            checkWhole(store, promised);
        } catch (MVStoreException e) {
            throw new UnusableDatabase(told(e), e);
        }
    }

    private void checkWhole(MVStore store, long promised) throws IOException {
        long version = store.getFileStore().lastChunkVersion();
        if (version < promised || Files.size(file) < end(store)) {
            throw new UnusableDatabase(file + " is cut: it lacks parts that it speaks of; put a backup in its place");
        }
        if (acknowledged.isEmpty()) {
            return;
        }
        Path mark = Mark.beside(file);
        if (store.getFileStore().getCreationTime() != acknowledged.get().created()) {
            throw new UnusableDatabase(file + " is not the file that " + mark.getFileName()
                    + " beside it belongs to; put that one back, or delete the latter to go on with this one");
        }
        if (version < acknowledged.get().number()) {
            throw new UnusableDatabase(file + " is older than what was acknowledged: it was cut, or is a backup; put"
                    + " the newest whole copy in its place, or delete " + mark.getFileName()
                    + " beside it to go on with what this one has");
        }
    }

    /** Where the last part ends that the newest state consists of. */
    private static long end(MVStore store) {
        return store.getLayoutMap().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("chunk."))
                        .map(entry -> DataUtils.parseMap(entry.getValue()))
                        .filter(chunk -> !"0".equals(chunk.get("livePages")))
                        .mapToLong(chunk ->
                                DataUtils.readHexLong(chunk, "block", 0) + DataUtils.readHexLong(chunk, "len", 0))
                        .max()
                        .orElse(0)
                * BLOCK;
    }

    /** The newest version that the file's own headers speak of. */
    private long promisedByHeader() throws IOException {
        try (var in = Files.newInputStream(file)) {
            Matcher versions = VERSION.matcher(new String(in.readNBytes(HEADERS), StandardCharsets.ISO_8859_1));
            long newest = 0;
            while (versions.find()) {
                newest = Math.max(newest, Long.parseUnsignedLong(versions.group(1), 16));
            }
            return newest;
        }
    }

    private String told(MVStoreException failure) {
        switch (failure.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED:
                return file
                        + " is open already: another server uses it, or one of its commands; stop that one first, or"
                        + " give this one a database of its own";
            case DataUtils.ERROR_UNSUPPORTED_FORMAT:
                return file + " was written by a version of H2 that this server cannot read ("
                        + firstLine(failure)
                        + "); carry it over with the jar of the server that wrote it, as the guide"
                        + " to the server says";
            default:
                return file + " is damaged: " + firstLine(failure) + "; put a backup in its place";
        }
    }

    private static String firstLine(MVStoreException failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("sun\\.nio\\.ch\\.FileChannelImpl@\\w+ ", "")
                .lines()
                .findFirst()
                .orElse("");
    }
}
