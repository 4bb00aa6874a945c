package io.platformapi.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A file that a report is written to, in a form: a value of {@code --report}. */
record ReportFile(ReportFormat format, Path path) {

    /** Reads {@code junit=verify.xml}. */
    static final class Converter implements ITypeConverter<ReportFile> {

        @Override
        public ReportFile convert(String text) {
            int equals = text.indexOf('=');
            String name = text.substring(0, Math.max(equals, 0)).toUpperCase(Locale.ROOT);
            return Arrays.stream(ReportFormat.values())
                    .filter(format -> format.name().equals(name))
                    .filter(format -> !text.substring(equals + 1).isBlank())
                    .findFirst()
                    .map(format -> new ReportFile(format, path(text.substring(equals + 1))))
                    .orElseThrow(() -> new TypeConversionException("expected FORMAT=FILE, such as junit=report.xml,"
                            + " with one of " + names() + "; received '" + text + "'"));
        }

        private static Path path(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new TypeConversionException("no file can be called '" + text + "'");
            }
        }

        private static String names() {
            return Arrays.stream(ReportFormat.values())
                    .map(ReportFormat::toString)
                    .collect(Collectors.joining(", "));
        }
    }

    /** Why nothing can be written to the file; empty if it can. What the file holds stays as it is. */
    Optional<String> fault() {
        return FileProbe.fault(path);
    }

    void write(Report report) throws IOException {
        Files.write(path, format.render(report).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return format + "=" + path;
    }
}
