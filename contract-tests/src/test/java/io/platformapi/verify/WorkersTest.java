package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.LocalServer;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.report.Report;
import io.platformapi.report.ReportFormat;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several requests on their way at a time. */
final class WorkersTest {

    private static final Contract PETS =
            new ContractReader(Access.SAME_ORIGIN).read("src/test/resources/io/platformapi/verify/pets.yaml");

    private static Report verified(Target target, String... options) throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (LocalServer server = LocalServer.start(target, threads)) {
            return new ProgramRun(PETS, List.of(options), Hooks.NONE).report(server.address());
        } finally {
            threads.shutdownNow();
        }
    }

    /** A report without what differs between two servers that answer alike: the port, and how long it took. */
    private static String told(Report report) {
        return ReportFormat.JSON
                .render(report)
                .replaceAll("127\\.0\\.0\\.1:\\d+", "HERE")
                .replaceAll("(?m)^.*\"(seconds|time|took)\".*$", "");
    }

    /**
     * Counts who is there at a time: reads wait for each other for a moment, and what may change something is alone.
     */
    private static final class Crowded implements Target {

        private final Target server = new PetServer();
        private final AtomicInteger there = new AtomicInteger();
        private final AtomicInteger together = new AtomicInteger();
        private final AtomicInteger disturbed = new AtomicInteger();

        @Override
        public HttpResponse answer(HttpRequest request) throws IOException {
            boolean reading = Sending.SAFE_REQUESTS.allows(request.method());
            int now = there.incrementAndGet();
            try {
                if (reading) {
                    together.accumulateAndGet(now, Math::max);
                    meet();
                } else if (now > 1) {
                    disturbed.incrementAndGet();
                }
                synchronized (server) {
                    return server.answer(request);
                }
            } finally {
                there.decrementAndGet();
            }
        }

        private synchronized void meet() throws IOException {
            try {
                if (together.get() < 2) {
                    wait(200);
                }
                notifyAll();
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }
    }

    @Test
    void readsGoTogetherAndWhatChangesSomethingGoesAlone() throws IOException {
        Crowded crowded = new Crowded();
        verified(crowded, "--workers=4", "--allow-untested", "--random=2");

        assertThat(crowded.together).hasValueGreaterThan(1);
        assertThat(crowded.disturbed).hasValue(0);
    }

    @Test
    void oneWorkerIsNeverTwo() throws IOException {
        AtomicInteger there = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        PetServer server = new PetServer();
        verified(
                request -> {
                    most.accumulateAndGet(there.incrementAndGet(), Math::max);
                    try {
                        return server.answer(request);
                    } finally {
                        there.decrementAndGet();
                    }
                },
                "--allow-untested",
                "--random=0");

        assertThat(most).hasValue(1);
    }

    @Test
    void whatIsFoundDoesNotDependOnTheirNumber() throws IOException {
        Report alone = verified(new Broken(), "--random=2", "--header=Authorization: Bearer key");
        Report together = verified(new Broken(), "--random=2", "--header=Authorization: Bearer key", "--workers=6");

        assertThat(alone.passes()).isFalse();
        assertThat(told(together)).isEqualTo(told(alone));
    }

    /** Pets whose answers to reads fail now and then, by what is asked alone. */
    private static final class Broken implements Target {

        private final Target server = new PetServer();

        @Override
        public HttpResponse answer(HttpRequest request) throws IOException {
            synchronized (server) {
                HttpResponse answer = server.answer(request);
                boolean failing =
                        request.method().equals("GET") && request.target().hashCode() % 5 == 0;
                return failing ? HttpResponse.of(500, "text/plain", new byte[0]) : answer;
            }
        }
    }

    @Test
    void theirNumberHasBounds() {
        assertThatThrownBy(() -> new ProgramRun(PETS, List.of("--workers=0"), Hooks.NONE)
                        .report(URI.create("http://127.0.0.1:9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--workers 0: it takes a number from 1 to 64.");
    }
}
