package io.platformapi.mock;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Loader;
import io.platformapi.mock.recording.ConsumerRecorder;
import io.platformapi.mock.recording.ExampleRecorder;
import io.platformapi.mock.recording.RecordedExamples;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command on what is recorded, and on what was. */
final class RecordingSettings {

    @Option(
            names = "--record-consumer",
            paramLabel = "FILE",
            description = "Write down what the client uses of the API, as a small OpenAPI document for"
                    + " 'compat --consumers'; widens the file that is there. Holds no value that was sent.")
    private @Nullable Path consumer;

    @Option(
            names = "--record-examples",
            paramLabel = "DIR",
            description = "With --upstream: keep what it answers as examples for --examples, one for each operation,"
                    + " status and shape. Without credentials, but with whatever else the API tells of people.")
    private @Nullable Path kept;

    @Option(
            names = "--examples",
            paramLabel = "DIR",
            description = "Answer with examples that were recorded, before those of the document.")
    private @Nullable Path examples;

    /** What is recorded, and by what. */
    record Recorders(Optional<ConsumerRecorder> consumer, Optional<ExampleRecorder> examples) {

        /** Looks that all of it can be recorded. */
        void check(Contract contract) {
            consumer.ifPresent(recorder -> recorder.check(contract));
            examples.ifPresent(recorder -> recorder.check(contract));
        }

        /** The way to an API, its answers kept. */
        Optional<Forwarding> keeping(Optional<Forwarding> forwarding) {
            return forwarding.map(way -> examples.map(way::keeping).orElse(way));
        }

        /** An end after which the rest is written, and told what there is. */
        Runnable after(Runnable end) {
            return () -> {
                end.run();
                consumer.ifPresent(ConsumerRecorder::close);
                examples.ifPresent(ExampleRecorder::close);
            };
        }
    }

    /**
     * What records.
     *
     * @param log takes lines for people
     * @param upstream whether there is an API whose answers can be kept
     */
    Recorders recorders(
            Consumer<String> log, Optional<Forwarding> upstream, Function<String, RuntimeException> refused) {
        if (kept != null && upstream.isEmpty()) {
            throw refused.apply("--record-examples goes with --upstream URL");
        }
        return new Recorders(
                Optional.ofNullable(consumer).map(file -> new ConsumerRecorder(file, log)),
                Optional.ofNullable(kept).map(folder -> new ExampleRecorder(folder, log)));
    }

    /** A contract with the examples that were recorded, if there are to be some. */
    Contract withExamples(Contract contract, Loader loader) {
        Path folder = examples;
        return folder == null ? contract : new RecordedExamples(folder).in(contract, loader);
    }
}
