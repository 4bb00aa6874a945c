package io.platformapi.contract.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Why a file cannot be read or written, in words: the exceptions of the JDK have it in their names, and say the path
 * alone.
 */
public final class FileFault {

    private FileFault() {}

    /** The reason without the file: {@code there is no such file or folder}. */
    public static String reason(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (fault instanceof AccessDeniedException) {
            return "that is not permitted";
        }
        if (fault instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is there already, and is no folder";
        }
        if (fault instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }
}
