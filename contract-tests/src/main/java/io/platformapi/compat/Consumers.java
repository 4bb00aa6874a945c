package io.platformapi.compat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The clients that a folder tells of, each by a document of its own, wherever in it.
 *
 * @param all in the order of their names
 * @param others files beside them that are no documents themselves, such as schemas that documents refer to
 */
record Consumers(List<Consumer> all, List<String> others) {

    /**
     * Reads a folder with those inside it, or a single file.
     *
     * @throws IllegalArgumentException if there is no such thing, or no document in it
     */
    static Consumers in(Path place, Function<String, Contract> reader) {
        if (Files.isRegularFile(place)) {
            return new Consumers(List.of(consumer(place.getFileName(), place, reader)), List.of());
        } else if (!Files.isDirectory(place)) {
            throw new IllegalArgumentException("--consumers " + place + ": there is no such folder or file.");
        }
        List<Path> documents = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Path file : files(place)) {
            if (Folders.isDocument(file)) {
                documents.add(file);
            } else {
                others.add(shown(place.relativize(file)));
            }
        }
        if (documents.isEmpty()) {
            throw new IllegalArgumentException(
                    "--consumers " + place + ": there is no document in it, *.yaml, *.yml or *.json.");
        }
        return new Consumers(named(place, documents, reader), others);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each by its place without the ending; two of one name keep it. */
    private static List<Consumer> named(Path folder, List<Path> documents, Function<String, Contract> reader) {
        Set<String> names = new HashSet<>();
        return documents.stream()
                .map(file -> {
                    Path inside = folder.relativize(file);
                    Consumer consumer = consumer(inside, file, reader);
                    return names.add(consumer.name()) ? consumer : new Consumer(shown(inside), consumer.contract());
                })
                .toList();
    }

    private static Consumer consumer(Path name, Path file, Function<String, Contract> reader) {
        return new Consumer(shown(name).replaceAll("\\.[a-z]+$", ""), reader.apply(file.toString()));
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** The report with what was passed over. */
    Report telling(Report report) {
        if (others.isEmpty()) {
            return report;
        }
        List<String> lines = new ArrayList<>(report.summary());
        lines.add("No consumers, for they are no OpenAPI documents: " + String.join(", ", others) + ".");
        return report.summing(lines);
    }
}
