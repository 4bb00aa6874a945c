package io.platformapi.mock;

import io.platformapi.mock.recording.ConsumerRecorder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command on what is recorded. */
final class RecordingSettings {

    @Option(
            names = "--record-consumer",
            paramLabel = "FILE",
            description = "Write down what the client uses of the API, as a small OpenAPI document for"
                    + " 'compat --consumers'; widens the file that is there. Holds no value that was sent.")
    private @Nullable Path consumer;

    /** What writes down what the client uses, and tells of it; empty where nothing is to be recorded. */
    Optional<ConsumerRecorder> recorder(Consumer<String> log) {
        return Optional.ofNullable(consumer).map(file -> new ConsumerRecorder(file, log));
    }
}
