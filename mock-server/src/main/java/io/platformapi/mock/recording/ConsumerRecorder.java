package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.source.FileFault;
import io.platformapi.contract.source.UnreadableDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a client uses of an API, as a small document of its own (decision 87).
 *
 * <ol>
 *   <li>Each request and its answer is read as a use of an operation; what breaks the contract is counted instead.
 *   <li>Uses are joined with those there have been, and with what stands in the file.
 *   <li>Where that says more, the file is written anew: a second after the first new use, and in the end.
 * </ol>
 *
 * <p>Safe for many threads.
 */
public final class ConsumerRecorder implements AutoCloseable {

    private static final long PAUSE_MILLIS = 1000;

    private final ConsumerFile file;
    private final Consumer<String> log;
    private final ScheduledExecutorService writer;
    private final Misuses requests = new Misuses("requests that break the document");
    private final Misuses answers = new Misuses("answers that break it");
    private UsedApi used = UsedApi.NOTHING;
    private @Nullable Contract contract;
    private boolean planned;
    private volatile boolean written;

    /**
     * A recorder.
     *
     * @param path the file, which is made or widened
     * @param log takes lines for people
     */
    public ConsumerRecorder(Path path, Consumer<String> log) {
        this.file = new ConsumerFile(path);
        this.log = log;
        this.writer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "consumer-recorder");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Looks that uses of a contract can be recorded.
     *
     * @throws UnreadableDocument if the file cannot be read or written, or is of another version of OpenAPI
     */
    public void check(Contract next) {
        file.check();
        file.read().ifPresent(there -> fitting(there, next));
    }

    private static Contract fitting(Contract there, Contract next) {
        String own = version(there);
        String other = version(next);
        if (!own.equals(other)) {
            throw there.document()
                    .member("openapi")
                    .unreadable("this is OpenAPI " + own + ", and the document that is mocked is " + other
                            + "; record into another file");
        }
        return there;
    }

    private static String version(Contract contract) {
        return contract.document().text("openapi", "").replaceAll("^(\\d+\\.\\d+).*", "$1");
    }

    /** Takes requests to an API, each with its answer. */
    public BiConsumer<HttpRequest, HttpResponse> of(Contract next) {
        synchronized (this) {
            contract = next;
        }
        ExchangeReading reading = new ExchangeReading(next);
        return (request, response) -> take(sighting(reading, request, response));
    }

    private static Sighting sighting(ExchangeReading reading, HttpRequest request, HttpResponse response) {
        try {
            return request.headers().has("Access-Control-Request-Method")
                    ? new Sighting.Nothing()
                    : reading.of(request, response);
        } catch (RuntimeException | StackOverflowError fault) { // schemas and values may be nested deeper than we go
            return new Sighting.Misuse(
                    "it cannot be looked at: " + fault.getClass().getSimpleName());
        }
    }

    private synchronized void take(Sighting sighting) {
        if (sighting instanceof Sighting.Misuse misuse) {
            requests.count(misuse.why());
        } else if (sighting instanceof Sighting.Use use) {
            use.unread().ifPresent(answers::count);
            UsedOperation known = used.operations().get(use.call());
            UsedOperation more = known == null ? use.operation() : known.with(use.operation());
            if (!more.equals(known)) {
                used = used.with(use.call(), more);
                plan();
            }
        }
    }

    private void plan() {
        if (!planned) {
            planned = true;
            writer.schedule(this::writeTelling, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Writes, and says whether the file now says all that was used; where it does not, it tells why. */
    private boolean writeTelling() {
        try {
            write();
            return true;
        } catch (IOException e) {
            log.accept(failure(FileFault.reason(e)));
        } catch (UnreadableDocument e) {
            log.accept(failure(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            log.accept(failure(e.toString()));
        }
        return false;
    }

    private String failure(String why) {
        return "not recorded: " + file.name() + " cannot be written: " + why;
    }

    /** What has been used so far, of which contract. */
    private record Snapshot(UsedApi used, Contract contract) {}

    private synchronized Optional<Snapshot> snapshot() {
        planned = false;
        Contract of = contract;
        return of == null || used.operations().isEmpty() ? Optional.empty() : Optional.of(new Snapshot(used, of));
    }

    /** Widens the file by what was used; leaves one alone that says it all. On the writer's thread alone. */
    private void write() throws IOException {
        Optional<Snapshot> snapshot = snapshot();
        if (snapshot.isPresent()) {
            write(snapshot.get());
        }
    }

    private void write(Snapshot snapshot) throws IOException {
        Contract of = snapshot.contract();
        Optional<Contract> there = file.read().map(found -> fitting(found, of));
        ObjectNode before = there.map(
                        found -> ConsumerDocument.object(found.document().json()))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        UsedApi all = there.map(found -> new UsedReading(found, of).api().with(snapshot.used()))
                .orElse(snapshot.used());
        ObjectNode now = file.marked(new ConsumerDocument(of, before).of(all));
        if (!now.equals(before)) {
            file.write(now);
            written = true;
        }
    }

    /** Writes what is still to be written, and tells what was recorded and what was not. */
    @Override
    public void close() {
        if (writer.isShutdown()) {
            return;
        }
        if (isWrittenAtLast()) {
            log.accept(done());
        }
        synchronized (this) {
            requests.lines().forEach(log);
            answers.lines().forEach(log);
        }
    }

    private synchronized String done() {
        int operations = used.operations().size();
        String where = (written ? "in " : "nothing new for ") + file.name();
        return "recorded: " + operations + (operations == 1 ? " operation" : " operations") + ", " + where;
    }

    private boolean isWrittenAtLast() {
        try {
            return writer.submit(this::writeTelling).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.shutdownNow();
        }
    }
}
