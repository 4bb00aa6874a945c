package io.platformapi.server.data;

import io.platformapi.contract.source.FileFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Lines that can be read more than once. */
final class DataFile {

    private final Opening opening;
    private final long length;
    private final String name;

    private DataFile(String name, long length, Opening opening) {
        this.name = name;
        this.length = length;
        this.opening = opening;
    }

    @FunctionalInterface
    private interface Opening {
        BufferedReader open() throws IOException;
    }

    /** What is done with a line. */
    @FunctionalInterface
    interface LineReader {
        /** Takes a line that is not blank, and its number from one on. */
        void read(int number, String line);
    }

    static DataFile at(Path file) {
        try {
            return new DataFile(
                    file.toString(), Files.size(file), () -> Files.newBufferedReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    static DataFile of(String lines) {
        return new DataFile("lines", lines.length(), () -> new BufferedReader(new StringReader(lines)));
    }

    /** Reads all lines, and tells of the step how far it is. */
    void each(String step, Progress progress, LineReader reader) {
        int number = 0;
        long done = 0;
        int told = -1;
        try (BufferedReader lines = opening.open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    reader.read(number, line);
                }
                done += line.length() + 1L; // characters, fewer than bytes: it comes to its end before it says so
                int percent = (int) Math.min(99, 100 * done / Math.max(1, length));
                if (percent > told) {
                    told = percent;
                    progress.at(step, percent);
                }
            }
            progress.at(step, 100);
        } catch (CharacterCodingException e) {
            throw new UnusableData(List.of(name + ", after line " + number + ": this is no UTF-8"));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static UnusableData unreadable(String name, IOException e) {
        String reason = e instanceof NoSuchFileException ? "there is no such file" : FileFault.reason(e);
        return new UnusableData(List.of("cannot read " + name + ": " + reason));
    }
}
