package io.platformapi.mock.proxy;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The API that requests are handed on to. Redirects, codings of bodies and whatever else is between client and API pass
 * as they are; what is said to the next hop alone does not (RFC 9110, section 7.6.1). Safe for many threads.
 */
public final class Upstream {

    /** The largest answer that is taken. */
    static final int MOST_BYTES = 16 << 20;

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final URI base;
    private final HttpClient client;
    private final Duration patience;

    private Upstream(URI base, HttpClient client, Duration patience) {
        this.base = base;
        this.client = client;
        this.patience = patience;
    }

    /**
     * The API at an address; paths are appended to it.
     *
     * @param patience how long an answer may take to its last byte
     * @throws IllegalArgumentException if the address is no absolute one of HTTP; the message says what is expected
     */
    public static Upstream at(URI address, Duration patience) {
        boolean known = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!known || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address of an API: write http://HOST:PORT or https://HOST/PATH");
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        URI base = URI.create(address.toString().replaceAll("/+$", ""));
        return new Upstream(base, client, patience);
    }

    /**
     * Hands a request on.
     *
     * @return the answer; fails with {@link UpstreamSilence} where none comes
     */
    public CompletableFuture<HttpResponse> answer(HttpRequest request) {
        java.net.http.HttpRequest sendable;
        try {
            sendable = sendable(request);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(UpstreamSilence.unsendable(e));
        }
        BoundedBody body = new BoundedBody(MOST_BYTES);
        return client.sendAsync(sendable, head -> body)
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, fault) -> {
                    if (fault != null) {
                        body.giveUp();
                        throw silence(fault);
                    }
                    return new HttpResponse(
                            answer.statusCode(),
                            Hop.answered(Headers.of(answer.headers().map()), base),
                            answer.body());
                });
    }

    private java.net.http.HttpRequest sendable(HttpRequest request) {
        var body = request.hasBody() ? BodyPublishers.ofByteArray(request.body()) : BodyPublishers.noBody();
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(base + request.target()))
                .timeout(patience)
                .method(request.method(), body);
        Hop.asked(request).forEach(builder::header);
        return builder.build();
    }

    private CompletionException silence(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        boolean late = cause instanceof TimeoutException
                || cause instanceof HttpTimeoutException
                        && !(cause instanceof java.net.http.HttpConnectTimeoutException);
        return new CompletionException(
                late ? UpstreamSilence.late(base, patience, cause) : UpstreamSilence.away(base, cause));
    }
}
