package io.platformapi.server.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file beside a database's that says up to which version of it changes were acknowledged, so that a database that has
 * become older since is told from one that is whole. Safe for many threads.
 *
 * <p>It is written without a force: it outlives the process, as the database does, and not always the power.
 */
final class Mark implements AutoCloseable {

    private static final Pattern LINE = Pattern.compile("created ([0-9a-f]{16}) acknowledged ([0-9a-f]{16})\n");

    private final RandomAccessFile file; // no channel, which an interrupted thread would close
    private Version written;

    private Mark(RandomAccessFile file, Version written) {
        this.file = file;
        this.written = written;
    }

    /**
     * A state of a database file.
     *
     * @param created when the file was made, which tells files apart
     * @param number grows with each commit
     */
    record Version(long created, long number) {

        private byte[] line() {
            return "created %016x acknowledged %016x\n"
                    .formatted(created, number)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Where the mark of a database file is. */
    static Path beside(Path database) {
        return database.resolveSibling(database.getFileName() + ".acknowledged");
    }

    /**
     * Reads the mark of a database file; empty if it has none.
     *
     * @throws UnusableDatabase if it is none that was written here
     */
    static Optional<Version> read(Path database) {
        Path path = beside(database);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            Matcher line = LINE.matcher(Files.readString(path, StandardCharsets.ISO_8859_1));
            if (line.matches()) {
                return Optional.of(new Version(
                        Long.parseUnsignedLong(line.group(1), 16), Long.parseUnsignedLong(line.group(2), 16)));
            }
        } catch (IOException e) {
            throw new UnusableDatabase("cannot read " + path + ": " + e.getMessage(), e);
        }
        throw new UnusableDatabase(path + " does not say what was acknowledged of " + database.getFileName()
                + ": something else has written it; put both back from a backup, or delete it to go on with what the"
                + " database has");
    }

    /** Makes the mark of a database file that is in this state, or takes up the one it has. */
    static Mark of(Path database, Version now) {
        try {
            var mark = new Mark(new RandomAccessFile(beside(database).toFile(), "rw"), new Version(now.created(), -1));
            mark.advance(now);
            return mark;
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableDatabase("cannot write " + beside(database) + ": " + e.getMessage(), e);
        }
    }

    /** Notes that everything up to this state is about to be acknowledged. */
    synchronized void advance(Version now) {
        if (now.number() <= written.number()) {
            return;
        }
        try {
            file.seek(0);
            file.write(now.line());
            written = now;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
