package io.platformapi.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The JDK's HTTP client as it comes, which offers HTTP/2 with each request. */
public record ServerClient(URI server, String credential) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Sends a request without a body; headers alternate between names and values. */
    public HttpResponse<String> send(String method, String target, String... headers) {
        return send(method, target, new byte[0], headers);
    }

    /** Sends a request with a JSON body. */
    public HttpResponse<String> post(String target, String json) {
        return send(
                "POST",
                target,
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/json");
    }

    /** Sends a request with a body; headers alternate between names and values. */
    public HttpResponse<String> send(String method, String target, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + target))
                .timeout(Duration.ofSeconds(10))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!credential.isEmpty()) {
            request.header("Authorization", "Bearer " + credential);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
