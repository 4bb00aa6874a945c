package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every printed command sends the bytes that the tester sends, in the plainest of shells. */
class CurlBytesTest {

    private static final String FOLDER = "src/test/resources/io/platformapi/verify/";
    private static final int A_DOCUMENT = 12;
    private static final List<String> DOCUMENTS = List.of(
            "pets", "media", "foreign/kennel-2.0", "foreign/harbour-3.0", "foreign/studio-3.1", "foreign/press-3.0");
    private static final List<String> BODIES = List.of(
            "@/etc/passwd",
            "-d",
            "'",
            "\"$HOME\" `id` $(id) \\n %s !!",
            "\\",
            "ends in a line\n",
            "\r\n\r\n",
            "\u0000",
            "a\u0000b\u00ff\u00fe",
            "5% of\t\u007f",
            "{\"name\":\"M\u00c3\u00bcller \u00e2\u009c\u0093\"}",
            "\u00ef\u00bb\u00bfbyte order mark",
            "\u00e2\u0080\u00a8line separator",
            "x".repeat(1025),
            "y".repeat(200_000),
            "<a/>",
            "[{}]",
            "&a=b&c=d+e%20f");
    private static final List<String> TARGETS = List.of(
            "/a?b[c]=1",
            "/a/../b",
            "/a/.",
            "/%2e%2E/b",
            "/a//b",
            "//a",
            "/a?",
            "/a?x=/../y",
            "/a;b=c/d,e",
            "/a?q='",
            "/$HOME",
            "/a?q=a+b%20c",
            "/%00",
            "/a%2Fb%5C",
            "/!important*");

    @Test
    void sendsTheSameInAShell(@TempDir Path folder) throws Exception {
        assumeCurl();
        List<HttpRequest> requests =
                Stream.concat(casesOfDocuments(), oddities()).distinct().toList();

        try (RecordingServer server = RecordingServer.start()) {
            Target tester = new HttpTarget(URI.create(server.url()));
            for (HttpRequest request : requests) {
                tester.answer(request);
            }
            List<RecordingServer.Sent> sent = List.copyOf(server.received());
            server.received().clear();
            List<String> commands = commands(server.url(), requests);
            run(commands, folder.resolve("commands.sh"));

            assertThat(requests).hasSizeGreaterThan(100);
            assertThat(server.received()).hasSameSizeAs(requests);
            for (int i = 0; i < requests.size(); i++) {
                assertThat(comparable(server.received().get(i)))
                        .as(commands.get(i))
                        .isEqualTo(comparable(sent.get(i)));
            }
        }
    }

    private static List<String> commands(String url, List<HttpRequest> requests) {
        Curl curl = new Curl(url, new Credentials(Headers.none(), Set.of("Authorization")), Curl.Secrets.HIDDEN);
        return requests.stream().map(curl::command).toList();
    }

    /** Requests from whole documents, as the tester makes them; the same ones in every run. */
    private static Stream<HttpRequest> casesOfDocuments() {
        return DOCUMENTS.stream().flatMap(document -> {
            Contract contract = new ContractReader(Access.SAME_ORIGIN).read(FOLDER + document + ".yaml");
            Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer it's $5"), contract);
            Cases cases = new Cases(contract, credentials, new Budget(3, 200, 1));
            List<HttpRequest> all = new ArrayList<>(contract.operations().stream()
                    .flatMap(operation -> cases.of(operation).stream())
                    .filter(asked -> !asked.id()
                            .matches(".*/credentials-(altered|other|other-case)")) // which would show the secret
                    .map(Case::request)
                    .toList());
            Collections.shuffle(all, new Random(1));
            return all.stream().limit(A_DOCUMENT);
        });
    }

    /** What shells and curl would change if they were let. */
    private static Stream<HttpRequest> oddities() {
        Headers typed = Headers.of("Content-Type", "text/plain");
        return Stream.of(
                        BODIES.stream().map(body -> HttpRequest.of("POST", "/p", typed, octets(body))),
                        BODIES.stream().map(body -> HttpRequest.of("PUT", "/p", Headers.none(), octets(body))),
                        TARGETS.stream().map(target -> HttpRequest.of("GET", target, Headers.none())),
                        Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY")
                                .map(method -> HttpRequest.of(method, "/m", typed)),
                        Stream.of("GET", "DELETE", "HEAD", "OPTIONS", "QUERY")
                                .map(method -> HttpRequest.of(method, "/m", typed, octets("body"))),
                        Stream.of("", "a;b", "@file", "it's \"$HOME\"", "a, b", "\\")
                                .map(value -> HttpRequest.of("GET", "/h", Headers.of("X-Value", value))),
                        Stream.of(
                                HttpRequest.of("GET", "/h", Headers.of("X", "1", "X", "2", "Accept", "a/b", "a", "b"))))
                .flatMap(all -> all);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void run(List<String> commands, Path script) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of("AUTHORIZATION='Bearer it'\\''s $5'"));
        commands.forEach(command -> lines.add(command + " -s > /dev/null"));
        Files.write(script, lines, StandardCharsets.UTF_8);
        Process shell = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            shell.destroyForcibly();
        }
    }

    /** Without who asks, and without a length of nothing where a request need not tell it (RFC 9110, section 8.6). */
    private static RecordingServer.Sent comparable(RecordingServer.Sent sent) {
        TreeMap<String, String> fields = new TreeMap<>(sent.fields());
        fields.remove("user-agent");
        if (!sent.line().matches("(POST|PUT|PATCH|QUERY) .*")) {
            fields.remove("content-length", "0");
        }
        return new RecordingServer.Sent(sent.line(), fields, sent.body());
    }

    /** Continuous integration has curl; who builds elsewhere without it is told what was not looked at. */
    private static void assumeCurl() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("curl", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            there = false;
        }
        String missing = "There is no curl here: NOBODY CHECKS that the printed commands send what the tester sends.";
        if (!there && System.getenv("CI") != null) {
            throw new AssertionError(missing);
        }
        if (!there) {
            System.err.println(missing);
        }
        assumeThat(there).as(missing).isTrue();
    }
}
