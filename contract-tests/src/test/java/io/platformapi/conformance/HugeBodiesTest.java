package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.HttpRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of 100 MB: each is refused while it is still being sent, is not kept, and harms nobody else. */
@Isolated("it measures the memory of this process")
final class HugeBodiesTest extends ImplementationTest {

    private static final int PIECE = 1 << 20;
    private static final int PIECES = 100;
    private static final long MOST_KEPT = 32L << 20;
    private static final String PATH = "/api/contacts/c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84/invite/contact";

    private static final HttpRequest SMALL =
            HttpRequest.of("GET", PATH.replace("invite/contact", "links"), Requests.HEADERS, new byte[0]);

    private long before;

    /** What all bodies together may add to. */
    @BeforeParameterizedClassInvocation
    void measure() throws IOException {
        running.answer(SMALL);
        before = used();
    }

    /** A body of one format: how it begins, and what it goes on and on with. */
    @ParameterizedTest
    @CsvSource({
        "application/json, '{\"Roles\":[', '\"a\",'",
        "application/json, '[', '['",
        "application/xml, '<InviteContact>', '<Roles/>'",
        "application/xml, '<InviteContact>', '<a>'",
        "text/jsv, '{Roles:[', 'a,'",
        "text/jsonl, '', '{}\n'",
        "text/csv, 'Roles\r\n', '\"[a]\"\r\n'",
        "application/x-www-form-urlencoded, '', 'Roles=a&'"
    })
    void refusesABodyWithoutKeepingIt(String type, String start, String more) throws Exception {
        for (String framing : new String[] {"Content-Length: " + (long) PIECE * PIECES, "Transfer-Encoding: chunked"}) {
            String answer = sent(type, framing, start, more);
            String answered = type.contains("form") ? "application/json" : type;

            assertThat(answer)
                    .as(framing)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("Content-Type: " + answered, "PayloadTooLarge", "The body is larger than");
        }
        assertThat(used() - before).isLessThan(MOST_KEPT);
        assertThat(running.answer(SMALL).status()).isEqualTo(200);
    }

    private String sent(String type, String framing, String start, String more) throws Exception {
        CompletableFuture<Void> sending;
        String answer;
        try (Socket socket =
                new Socket(running.address().getHost(), running.address().getPort())) {
            socket.setSoTimeout(10_000);
            sending = CompletableFuture.runAsync(() -> send(socket, type, framing, start, more));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
        sending.get();
        return answer;
    }

    private static void send(Socket socket, String type, String framing, String start, String more) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer demo\r\nContent-Type: "
                            + type + "\r\n" + framing + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            boolean chunked = framing.startsWith("Transfer");
            for (int i = 0; i < PIECES; i++) {
                byte[] piece = piece(i == 0 ? start : "", more);
                out.write(
                        chunked
                                ? (Integer.toHexString(PIECE) + "\r\n").getBytes(StandardCharsets.US_ASCII)
                                : new byte[0]);
                out.write(piece);
                out.write(chunked ? "\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0]);
            }
        } catch (IOException refused) {
            // the answer has come, and nobody reads on
        }
    }

    private static byte[] piece(String start, String more) {
        return (start + more.repeat(PIECE / more.length() + 1))
                .substring(0, PIECE)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
