package io.platformapi.verify;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A server at an address. Redirects are answers like any other, and are not followed. */
public final class HttpTarget implements Target {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String base;
    private final HttpClient client;

    /** The server at a URL such as {@code http://127.0.0.1:4010}; paths are appended to it. */
    public HttpTarget(URI url) {
        this(
                url,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
    }

    /** The server at a URL, asked by a client that the caller has set up. */
    public HttpTarget(URI url, HttpClient client) {
        this.base = url.toString().replaceAll("/+$", "");
        this.client = client;
    }

    @Override
    public HttpResponse answer(HttpRequest request) throws IOException {
        try {
            return value(client.send(sendable(request), BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        }
    }

    private java.net.http.HttpRequest sendable(HttpRequest request) {
        var body = request.hasBody() ? BodyPublishers.ofByteArray(request.body()) : BodyPublishers.noBody();
        var sendable = java.net.http.HttpRequest.newBuilder(URI.create(base + request.target()))
                .timeout(PATIENCE)
                .method(request.method(), body);
        request.headers().forEach(sendable::header);
        return sendable.build();
    }

    private static HttpResponse value(java.net.http.HttpResponse<byte[]> answer) {
        return new HttpResponse(answer.statusCode(), Headers.of(answer.headers().map()), answer.body());
    }
}
