package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** A server at an address. Redirects are answers like any other, and are not followed. */
public final class HttpTarget implements Target {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final String base;
    private final HttpClient client;
    private final RunLimits limits;

    /** The server at a URL such as {@code http://127.0.0.1:4010}; paths are appended to it. */
    public HttpTarget(URI url) {
        this(url, client().build(), RunLimits.usual());
    }

    /** The server at a URL, asked by a client that the caller has set up. */
    public HttpTarget(URI url, HttpClient client) {
        this(url, client, RunLimits.usual());
    }

    /** The server at a URL, whose answers are read as far as the limits let them. */
    public HttpTarget(URI url, HttpClient client, RunLimits limits) {
        this.base = url.toString().replaceAll("/+$", "");
        this.client = client;
        this.limits = limits;
    }

    /** A client that keeps to HTTP/1.1 and follows nobody. */
    static HttpClient.Builder client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    /**
     * Sends a request and reads the answer.
     *
     * @throws UnsendableRequest if no client of HTTP could send it
     */
    @Override
    public HttpResponse answer(HttpRequest request) throws IOException {
        var sendable = sendable(request);
        try {
            Reception reception = new Reception(limits);
            return reception.answer(client.sendAsync(sendable, reception));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an answer");
        }
    }

    private java.net.http.HttpRequest sendable(HttpRequest request) throws UnsendableRequest {
        if (!limits.sending().allows(request.method())) {
            throw new UnsendableRequest("it may change something, and --read-only was given");
        }
        var body = request.hasBody() ? BodyPublishers.ofByteArray(request.body()) : BodyPublishers.noBody();
        try {
            var sendable = java.net.http.HttpRequest.newBuilder(URI.create(base + request.target()))
                    .method(request.method(), body);
            request.headers().forEach(sendable::header);
            return sendable.build();
        } catch (IllegalArgumentException e) {
            throw new UnsendableRequest(String.valueOf(e.getMessage()));
        }
    }
}
