package io.platformapi.mock.recording;

import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.FileFault;
import io.platformapi.contract.source.Loader;
import io.platformapi.contract.source.Place;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.mock.recording.UsedApi.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of overlays with examples, one for each operation that was recorded. */
record ExampleFolder(Path path) {

    /**
     * All examples that are there, by operation.
     *
     * @throws UnreadableDocument if something there is no overlay of examples
     */
    SortedMap<Call, OperationExamples> read(Loader loader) {
        SortedMap<Call, OperationExamples> all = new TreeMap<>();
        for (Path file : files()) {
            OperationExamples.read(Sources.read(file.toString(), Access.SAME_ORIGIN, loader))
                    .forEach((call, examples) -> {
                        OperationExamples known = all.getOrDefault(call, OperationExamples.none(call));
                        for (String name : examples.names()) {
                            known = known.with(name, examples.named(name));
                        }
                        all.put(call, known);
                    });
        }
        return all;
    }

    private List<Path> files() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable("it cannot be read: " + e.getMessage());
        }
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /**
     * Makes the folder, and looks that something can be written there.
     *
     * @throws UnreadableDocument if nothing can
     */
    void check() {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".examples", ".tmp"));
        } catch (IOException e) {
            throw unreadable("nothing can be written there: " + FileFault.reason(e));
        }
    }

    void write(OperationExamples examples) throws IOException {
        new ConsumerFile(path.resolve(name(examples.call()) + ".yaml")).write(examples.overlay());
    }

    /** A name that all systems take: method and path, in letters, digits and dashes. */
    private static String name(Call call) {
        String words = (call.method() + " " + call.path()).replaceAll("[^A-Za-z0-9]+", "-");
        String plain = words.replaceAll("-$", "").toLowerCase(Locale.ROOT);
        String lossless = call.method() + " " + call.path();
        return plain.substring(0, Math.min(plain.length(), 100)) + "-"
                + Integer.toHexString(lossless.hashCode() & 0xffff);
    }

    private UnreadableDocument unreadable(String problem) {
        return new UnreadableDocument(new Place(path.toString(), "", 1), problem);
    }
}
