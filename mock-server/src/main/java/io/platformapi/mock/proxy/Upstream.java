package io.platformapi.mock.proxy;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.Percent;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.util.Timeout;

/**
 * The API that requests are handed on to. Redirects, codings of bodies and whatever else is between client and API pass
 * as they are; what is said to the next hop alone does not (RFC 9110, section 7.6.1). Safe for many threads.
 */
public final class Upstream {

    /** The largest body that is held; a larger one is passed on while it comes. */
    static final int MOST_BYTES = 16 << 20;

    /** What may stand in the line of a request, beside letters, digits and {@code -._~}. */
    private static final String PRINTABLE = "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}";

    private final URI base;
    private final HttpHost host;
    private final Duration patience;

    private Upstream(URI base, Duration patience) {
        this.base = base;
        this.host = HttpHost.create(base);
        this.patience = patience;
    }

    /**
     * The API at an address; paths are appended to it.
     *
     * @param patience how long an answer may take until it is whole, or begins where it is passed on while it comes
     * @throws IllegalArgumentException if the address is no absolute one of HTTP; the message says what is expected
     */
    public static Upstream at(URI address, Duration patience) {
        boolean known = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!known || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address of an API: write http://HOST:PORT or https://HOST/PATH");
        }
        URI base = URI.create(address.toString().replaceAll("/+$", ""));
        return new Upstream(base, patience);
    }

    /**
     * Hands a request on.
     *
     * @return the answer; fails with {@link UpstreamSilence} where none comes
     */
    public CompletableFuture<Arrival> answer(HttpRequest request) {
        return answer(request, Hop.asked(request));
    }

    /** Sends a request that nobody has sent before; the same otherwise. */
    public CompletableFuture<Arrival> sent(HttpRequest request) {
        return answer(request, Hop.kept(request.headers()));
    }

    private CompletableFuture<Arrival> answer(HttpRequest request, Headers fields) {
        return answer(request, fields, head -> HandedOn.answer(host, head, request.body(), Timeout.of(patience)));
    }

    /**
     * Hands a request on whose body is still to come.
     *
     * @param length how long it is; negative if nobody knows
     */
    public PassedRequest passed(HttpRequest request, long length) {
        PassedBody body = new PassedBody(Math.max(-1, length), patience);
        return new PassedRequest(
                body,
                answer(request, Hop.asked(request), head -> HandedOn.answer(host, head, body, Timeout.of(patience))));
    }

    private CompletableFuture<Arrival> answer(
            HttpRequest request, Headers fields, Function<BasicHttpRequest, CompletableFuture<Arrival>> sending) {
        BasicHttpRequest head;
        try {
            head = head(request, fields);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(UpstreamSilence.unsendable(e));
        }
        return sending.apply(head).handle((answer, fault) -> {
            if (fault != null) {
                throw silence(fault);
            }
            HttpResponse came = answer.response();
            return answer.with(new HttpResponse(came.status(), Hop.answered(came.headers(), base), came.body()));
        });
    }

    private BasicHttpRequest head(HttpRequest request, Headers fields) {
        BasicHttpRequest head = new BasicHttpRequest(request.method(), host, base.getRawPath() + target(request));
        fields.forEach(head::addHeader);
        return head;
    }

    /** As it was sent, though some of it should have been encoded; but what is not in ASCII cannot be sent so. */
    private static String target(HttpRequest request) {
        return Percent.encoded(request.target(), PRINTABLE);
    }

    private CompletionException silence(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        boolean late = cause instanceof TimeoutException;
        return new CompletionException(
                late ? UpstreamSilence.late(base, patience, cause) : UpstreamSilence.away(base, cause));
    }
}
