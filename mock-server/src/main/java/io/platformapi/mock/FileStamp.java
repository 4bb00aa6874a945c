package io.platformapi.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a file system tells of a file without reading it; links are followed.
 *
 * @param identity what the system knows the file by, which tells a file that was put in its place from the file itself
 */
record FileStamp(String identity, FileTime modified, long size) {

    /** The stamp of a file that is not there. */
    static final FileStamp NONE = new FileStamp("", FileTime.from(Instant.EPOCH), -1);

    /** Coarser than the clock of any file system in use. */
    private static final Duration TICK = Duration.ofSeconds(2);

    static FileStamp of(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(
                    Objects.toString(attributes.fileKey(), ""), attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Whether a change after this moment would give another stamp: clocks of file systems tick slowly. */
    boolean tellsChangesAfter(Instant moment) {
        return Duration.between(modified.toInstant(), moment).abs().compareTo(TICK) > 0;
    }
}
