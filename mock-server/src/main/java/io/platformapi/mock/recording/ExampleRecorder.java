package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.Loader;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.mock.recording.ExampleReading.Found;
import io.platformapi.mock.recording.ExampleReading.Unfit;
import io.platformapi.mock.recording.UsedApi.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what an API answers as named examples, one for each operation, status and shape: the request's and the answer's
 * by one name, so that a mock that is asked the same again gives the same answer. Safe for many threads.
 */
public final class ExampleRecorder implements AutoCloseable {

    /** How many are kept of one status of an operation. */
    static final int MOST = 20;

    private final ExampleFolder folder;
    private final Path path;
    private final Consumer<String> log;
    private final Misuses unfit = new Misuses("exchanges that make no example");
    private final Map<Call, OperationExamples> kept = new HashMap<>();
    private final Set<Shape> shapes = new HashSet<>();
    private @Nullable Contract contract;
    private @Nullable ExampleReading reading;
    private int added;

    /** What makes two exchanges alike. */
    private record Shape(Call call, SortedMap<ExamplePlace, UsedValue> values) {}

    /**
     * A recorder.
     *
     * @param path the folder, which is made or widened
     * @param log takes lines for people
     */
    public ExampleRecorder(Path path, Consumer<String> log) {
        this.folder = new ExampleFolder(path);
        this.path = path;
        this.log = log;
    }

    /**
     * Looks that examples of a contract can be kept, and reads those that are there.
     *
     * @throws UnreadableDocument if they cannot
     */
    public synchronized void check(Contract next) {
        if (!next.dialect().name().isEmpty()) {
            throw ofDialect(next);
        }
        folder.check();
        kept.putAll(folder.read(Loader.USUAL));
    }

    static UnreadableDocument ofDialect(Contract contract) {
        return contract.document()
                .member("x-dialect")
                .unreadable("examples are recorded of plain OpenAPI, and not of a document with x-dialect");
    }

    /** Takes what an API has answered to a request. */
    public synchronized void take(Contract of, HttpRequest request, HttpResponse response) {
        try {
            ExampleReading.Result result = reading(of).of(request, response);
            if (result instanceof Found found) {
                keep(found);
            } else {
                unfit.count(((Unfit) result).why());
            }
        } catch (IOException e) {
            unfit.count("it cannot be written: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) { // schemas and values may be nested deeper than we go
            unfit.count("it cannot be looked at: " + e.getClass().getSimpleName());
        }
    }

    private ExampleReading reading(Contract of) {
        ExampleReading present = reading;
        if (present == null || contract != of) {
            contract = of;
            present = new ExampleReading(of);
            reading = present;
            shapes.clear();
            kept.values().forEach(examples -> shapes.addAll(shapes(of, examples)));
        }
        return present;
    }

    private void keep(Found found) throws IOException {
        Call call = found.call();
        if (!shapes.add(new Shape(call, found.shape()))) {
            return;
        }
        String status = found.shape().keySet().stream()
                .filter(ExamplePlace::isOfAnswer)
                .findFirst()
                .orElseThrow()
                .key();
        OperationExamples examples = kept.getOrDefault(call, OperationExamples.none(call));
        Set<String> names = examples.names();
        String name = "recorded-" + status;
        for (int i = 2; names.contains(name) && i <= MOST; i++) {
            name = "recorded-" + status + "-" + i;
        }
        if (names.contains(name)) {
            unfit.count(call.method() + " " + call.path() + ": there are " + MOST + " examples of " + status);
            return;
        }
        OperationExamples more = examples.with(name, found.values());
        folder.write(more);
        kept.put(call, more);
        added++;
    }

    /** The shapes of examples that are there; of those that the contract has no place for, none. */
    private static Set<Shape> shapes(Contract contract, OperationExamples examples) {
        Set<Shape> found = new HashSet<>();
        for (String name : examples.names()) {
            SortedMap<ExamplePlace, UsedValue> shape = new TreeMap<>();
            for (Map.Entry<ExamplePlace, JsonNode> value : examples.named(name).entrySet()) {
                ExampleSchemas.of(contract, examples.call(), value.getKey())
                        .ifPresent(schema -> shape.put(value.getKey(), UsedValue.of(value.getValue(), schema)));
            }
            found.add(new Shape(examples.call(), shape));
        }
        return found;
    }

    /** Tells what was kept and what was not. */
    @Override
    public synchronized void close() {
        log.accept("recorded: " + added + (added == 1 ? " example" : " examples") + " more in " + path);
        unfit.lines().forEach(log);
    }
}
