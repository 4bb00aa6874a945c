package io.platformapi.mock;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.GrizzlyServer;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.Limits;
import io.platformapi.grizzly.Reply;
import io.platformapi.grizzly.RequestHandler;
import io.platformapi.grizzly.Threads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** The least a Grizzly server can do: read the body, send the same bytes. What the mock's throughput is measured by. */
final class BareHandler implements RequestHandler {

    private final byte[] body;

    private BareHandler(byte[] body) {
        this.body = body;
    }

    @Override
    public Optional<Consumer<byte[]>> begin(Head head, Reply answer) {
        return Optional.of(read -> answer.accept(HttpResponse.of(200, "application/json", body)));
    }

    /**
     * Serves a body until it is stopped.
     *
     * @param args the port, and the body's text
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        GrizzlyServer.Setup setup = new GrizzlyServer.Setup(
                "127.0.0.1",
                Integer.parseInt(args[0]),
                Threads.SELECTORS,
                Limits.USUAL,
                (status, head) -> HttpResponse.of(status, "text/plain", new byte[0]));
        GrizzlyServer.start(setup, new BareHandler(args[1].getBytes(StandardCharsets.UTF_8)));
        new CountDownLatch(1).await();
    }
}
