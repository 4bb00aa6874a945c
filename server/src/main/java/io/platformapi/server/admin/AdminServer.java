package io.platformapi.server.admin;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.GrizzlyServer;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.Limits;
import io.platformapi.grizzly.Reply;
import io.platformapi.grizzly.RequestHandler;
import io.platformapi.grizzly.Threads;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What operators ask, on a port that clients need not reach: {@code /health/live}, {@code /health/ready} and
 * {@code /metrics}. It asks nobody who they are.
 */
public final class AdminServer implements AutoCloseable {

    private static final int CONNECTIONS = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GrizzlyServer server;

    private AdminServer(GrizzlyServer server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param port the port; 0 for any that is free
     * @throws IOException if the address cannot be listened on
     */
    public static AdminServer start(String host, int port, Health health, Metrics metrics) throws IOException {
        Limits limits = Limits.USUAL.withConnections(CONNECTIONS).withBodyBytes(1);
        var setup = new GrizzlyServer.Setup(
                host, port, Threads.WORKERS, limits, (status, head) -> json(status, Map.of("status", "refused")));
        return new AdminServer(GrizzlyServer.start(setup, new Answering(health, metrics)));
    }

    /** What is answered to whom. */
    private record Answering(Health health, Metrics metrics) implements RequestHandler {

        @Override
        public Optional<Consumer<byte[]>> begin(Head head, Reply answer) {
            answer.accept(answer(head.request()));
            return Optional.empty();
        }

        private HttpResponse answer(HttpRequest request) {
            HttpResponse answer = switch (request.path()) {
                case "/health/live" -> json(200, Map.of("status", "up"));
                case "/health/ready" -> ready(health.problems(), health.notices());
                case "/metrics" ->
                    HttpResponse.of(
                            200,
                            "text/plain; version=0.0.4; charset=utf-8",
                            metrics.text().getBytes(StandardCharsets.UTF_8));
                default -> json(404, Map.of("status", "there are /health/live, /health/ready and /metrics"));
            };
            boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
            return isRead || answer.status() == 404
                    ? answer
                    : json(405, Map.of("status", "only GET is answered")).with(Headers.of("Allow", "GET, HEAD"));
        }

        private static HttpResponse ready(List<String> problems, List<String> notices) {
            Map<String, Object> said = new TreeMap<>(Map.of("status", problems.isEmpty() ? "up" : "down"));
            if (!problems.isEmpty()) {
                said.put("problems", problems);
            }
            if (!notices.isEmpty()) {
                said.put("notices", notices);
            }
            return json(problems.isEmpty() ? 200 : 503, said);
        }
    }

    private static HttpResponse json(int status, Map<String, ?> body) {
        return HttpResponse.of(
                        status,
                        "application/json",
                        JSON.valueToTree(body).toString().getBytes(StandardCharsets.UTF_8))
                .with(Headers.of("Cache-Control", "no-store"));
    }

    /** The address that it answers at. */
    public URI uri() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
