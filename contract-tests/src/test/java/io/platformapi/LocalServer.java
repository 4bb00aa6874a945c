package io.platformapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executor;

/** A server written in a test, on a free port of this machine. */
public final class LocalServer implements AutoCloseable {

    private final HttpServer server;

    private LocalServer(HttpServer server) {
        this.server = server;
    }

    /** Starts a server that answers as told, one request after the other. */
    public static LocalServer start(Target answers) throws IOException {
        return start(answers, Runnable::run);
    }

    /** Starts a server that answers as told, on the threads of somebody. */
    public static LocalServer start(Target answers, Executor threads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
        return new LocalServer(server);
    }

    private static void answer(HttpExchange exchange, Target answers) throws IOException {
        try (exchange) {
            HttpRequest request = HttpRequest.of(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Headers.of(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            HttpResponse answer = answers.answer(request);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
