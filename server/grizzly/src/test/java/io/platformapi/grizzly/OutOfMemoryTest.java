package io.platformapi.grizzly;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program whose memory is spent ends, and says why, wherever that shows. */
@Timeout(120)
final class OutOfMemoryTest {

    /** The program: a server that spends all memory when asked, or something else that does. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws Exception {
            OutOfMemory.ends("program");
            if (arguments[0].equals("thread")) {
                new Thread(Program::spend).start();
            } else {
                ask(Threads.valueOf(arguments[0]));
            }
            Thread.sleep(60_000);
        }

        private static void ask(Threads threads) throws IOException {
            FailurePages pages = (status, head) -> HttpResponse.of(status, "text/plain", new byte[0]);
            GrizzlyServer server = GrizzlyServer.start(
                    new GrizzlyServer.Setup("127.0.0.1", 0, threads, Limits.USUAL, pages), Program::handle);
            Socket socket = new Socket("127.0.0.1", server.address().getPort());
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        private static Optional<Consumer<byte[]>> handle(Head head, Consumer<HttpResponse> answer) {
            try {
                spend();
            } catch (OutOfMemoryError caught) {
                throw new IllegalStateException("wrapped, as databases do", caught);
            }
            return Optional.empty();
        }

        private static void spend() {
            List<byte[]> all = new ArrayList<>();
            while (!all.contains(new byte[0])) {
                all.add(new byte[1 << 20]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "SELECTORS", "WORKERS"})
    void endsTheProgram(String place) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        place)
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(said).isEqualTo("program: there is no memory left; ends. Give it more by java -Xmx\n");
    }
}
