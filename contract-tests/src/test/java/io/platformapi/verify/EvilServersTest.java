package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.report.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a server does, the run goes on to its end, and what was found by then is told in every form. */
@Timeout(120)
class EvilServersTest {

    private static final String TWO = VerifyRun.reads("text/plain", "/evil", "/good");
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path folder;

    private RawServer server;

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    /** Tests a server that is evil at one path, and answers elsewhere as it should. */
    private VerifyRun run(RawServer.Talk evil, String... more) throws IOException {
        server = RawServer.start((request, out) -> {
            if (request.contains(" /evil")) {
                evil.answer(request, out);
            } else {
                good(request, out);
            }
        });
        return VerifyRun.of(folder, TWO, server.address(), more);
    }

    private static void good(String request, OutputStream out) throws IOException {
        boolean known = request.startsWith("GET /good") || request.startsWith("HEAD /good");
        String body = request.startsWith("HEAD") ? "" : "fine";
        if (known) {
            RawServer.answer(out, 200, "text/plain", body);
        } else if (request.contains(" /good") || request.contains(" /evil")) {
            RawServer.send(out, "HTTP/1.1 405 No\r\nAllow: GET\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        } else {
            RawServer.answer(out, 404, "text/plain", "nothing here");
        }
    }

    @Test
    void aBodyWithoutAnEndIsAFinding() throws IOException {
        VerifyRun run = run(
                (request, out) -> {
                    RawServer.send(out, HEAD);
                    while (true) {
                        RawServer.send(out, "for ever ".repeat(10_000));
                    }
                },
                "--answer-size",
                "1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("GET /evil", "violation  The answer does not end. (")
                .contains("expected: a whole answer within 30 s and 1 MB")
                .contains("received: an answer that goes on after 1 MB: 200 text/plain, 1048576 bytes so far: for ever")
                .contains("untested  Not tested: no valid request was answered.  [operation-tested]")
                .contains("1 operation tested.");
    }

    @Test
    void aBodyThatDripsIsAFindingAndTheRestOfItsOperationIsLeftOut() throws IOException {
        VerifyRun run = run(
                (request, out) -> {
                    RawServer.send(out, HEAD);
                    while (true) {
                        RawServer.send(out, ".");
                        Thread.sleep(50);
                    }
                },
                "--answer-time",
                "0.4");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("violation  The answer does not end. (3 times)  [answers]")
                .contains("received: an answer that goes on for more than 0.4 s: 200 text/plain, ")
                .contains("1 operation tested.");
    }

    @Test
    void aServerThatTakesRequestsAndAnswersNothingIsGone() throws IOException {
        AtomicInteger answered = new AtomicInteger();
        server = RawServer.start((request, out) -> {
            if (answered.incrementAndGet() > 4) {
                Thread.sleep(20_000);
            }
            RawServer.answer(out, 200, "text/plain", request.startsWith("HEAD") ? "" : "fine");
        });
        VerifyRun run = VerifyRun.of(folder, TWO, server.address(), "--answer-time", "0.4");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("violation  The server answers nothing any more after this request.  [keeps-answering]")
                .contains("received: the server had stopped answering (no answer within 0.4 s)")
                .contains("last answered: evil/", "which was: curl -i")
                .contains("untested  Not tested: the server had stopped answering");
    }

    @Test
    void aServerThatDiesIsAFindingInEveryFormAndNamesTheRequest() throws IOException {
        List<String> reports = new ArrayList<>();
        for (ReportFormat format : ReportFormat.values()) {
            reports.addAll(List.of("--report", format + "=" + folder.resolve(format + ".report")));
        }
        VerifyRun run = run(
                (request, out) -> {
                    if (server.requests.size() > 2) {
                        server.close();
                    }
                    RawServer.answer(out, 200, "text/plain", "fine");
                },
                reports.toArray(String[]::new));

        assertThat(run.status()).isEqualTo(1);
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(Files.readString(folder.resolve(format + ".report")))
                    .as(format.toString())
                    .contains("The server answers nothing any more after this request.")
                    .contains("GET /good", "Not tested: the server had stopped answering (nobody listens).");
        }
    }

    @Test
    void aDocumentedStreamOfEventsConforms() throws IOException {
        server = RawServer.start((request, out) -> {
            if (!request.startsWith("GET /events")) {
                good(request.replace("/events", "/evil"), out);
                return;
            }
            RawServer.send(out, HEAD.replace("text/plain", "text/event-stream"));
            while (true) {
                RawServer.send(out, "data: tick\n\n");
                Thread.sleep(100);
            }
        });
        VerifyRun run = VerifyRun.of(folder, VerifyRun.reads("text/event-stream", "/events"), server.address());

        assertThat(run.out()).contains("1 operation tested.", "Bodies checked: text/event-stream ");
        assertThat(run.status()).isZero();
    }

    @Test
    void aDocumentedStreamThatIsSilentConforms() throws IOException {
        server = RawServer.start((request, out) -> {
            if (!request.startsWith("GET /events")) {
                good(request.replace("/events", "/evil"), out);
                return;
            }
            RawServer.send(out, HEAD.replace("text/plain", "text/event-stream"));
            Thread.sleep(60_000);
        });
        VerifyRun run = VerifyRun.of(folder, VerifyRun.reads("text/event-stream", "/events"), server.address());

        assertThat(run.out()).contains("nothing found", "1 operation tested.");
        assertThat(run.status()).isZero();
    }

    @Test
    void whatWasNotSentWhenTheTimeIsOverIsUntested() throws IOException {
        VerifyRun run = run(
                (request, out) -> {
                    Thread.sleep(400);
                    RawServer.answer(out, 200, "text/plain", "fine");
                },
                "--max-time",
                "1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "untested  Tested in part: no more than 1 request was sent, because the time of the run, 1 s, was"
                                + " over.  [operation-finished]")
                .contains("The run ended before it was done: the time of the run, 1 s, was over.");
    }

    @Test
    void whatHadNoAnswerWhenTheTimeIsOverIsUntested() throws IOException {
        VerifyRun run = run((request, out) -> Thread.sleep(60_000), "--max-time", "0.3");

        assertThat(run.status()).isNotZero();
        assertThat(run.out())
                .contains("untested  Not tested: the time of the run, 0.3 s, was over.  [operation-tested]");
    }

    @Test
    void whatIsAllowedToBeUntestedIsSaidAllTheSame() throws IOException {
        VerifyRun run = run((request, out) -> RawServer.answer(out, 403, "text/plain", "no"), "--allow-untested");

        assertThat(run.status()).isEqualTo(1); // the 403 is not documented
        assertThat(run.out()).contains("untested (allowed)  Not tested: the valid requests were answered with 403");
    }

    @Test
    void nothingToTestIsNotGreen() throws IOException {
        server = RawServer.start((request, out) -> good(request, out));
        String empty = "openapi: 3.1.1\ninfo: {title: Empty, version: '1'}\npaths: {}\n";
        VerifyRun run = VerifyRun.of(folder, empty, server.address(), "--format", "junit", "--allow-untested");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("No operation was tested." + System.lineSeparator());
        assertThat(run.out()).contains("failures=\"1\"", "Nothing was tested: there is no operation in it.");
    }

    @Test
    void aServerThatWasNeverReachedIsToldInTheReportsToo() throws IOException {
        Path report = folder.resolve("report.xml");
        VerifyRun run = VerifyRun.of(folder, TWO, URI.create("http://127.0.0.1:1"), "--report", "junit=" + report);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("Nobody listens at http://127.0.0.1:1." + System.lineSeparator());
        assertThat(Files.readString(report))
                .contains("tests=\"2\" failures=\"2\"", "Not tested: the server was not reached (nobody listens).");
    }

    @Test
    void aHostWithoutAddressIsTold() throws IOException {
        VerifyRun run = VerifyRun.of(folder, TWO, URI.create("http://no-such-host.invalid"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("http://no-such-host.invalid: no address is known by its name." + System.lineSeparator());
    }

    @Test
    void aServerThatClosesEveryConnectionIsTold() throws IOException {
        server = RawServer.start((request, out) -> {});
        VerifyRun run = VerifyRun.of(folder, TWO, server.address());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        server.address() + ": the connection was closed without an answer." + System.lineSeparator());
    }
}
