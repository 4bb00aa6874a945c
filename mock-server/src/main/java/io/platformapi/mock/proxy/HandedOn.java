package io.platformapi.mock.proxy;

import io.platformapi.contract.http.Methods;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One request on its way to an upstream, and the answer to it. */
final class HandedOn {

    private static final Timeout CONNECTING = Timeout.ofSeconds(5);

    private final HttpHost host;
    private final BasicHttpRequest head;
    private final Supplier<@Nullable AsyncEntityProducer> body;
    private final CompletableFuture<Arrival> answer = new CompletableFuture<>();
    private volatile @Nullable AsyncClientEndpoint endpoint;

    private HandedOn(HttpHost host, BasicHttpRequest head, Supplier<@Nullable AsyncEntityProducer> body) {
        this.host = host;
        this.head = head;
        this.body = body;
    }

    /**
     * Sends a request.
     *
     * @param patience how long it may take until the answer is whole, or begins where it is passed on while it comes
     * @return the answer as it came; fails with what the way there failed of
     */
    static CompletableFuture<Arrival> answer(HttpHost host, BasicHttpRequest head, byte[] body, Timeout patience) {
        HandedOn sent =
                new HandedOn(host, head, () -> body.length == 0 ? null : new BasicAsyncEntityProducer(body, null));
        sent.connect(Tries.TWO);
        return sent.answer
                .orTimeout(patience.toMilliseconds(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, fault) -> sent.letGo(fault));
    }

    /**
     * Sends a request whose body is still to come, once.
     *
     * @param patience how long it may take from the body's end on; and how long none of the body may be taken
     */
    static CompletableFuture<Arrival> answer(HttpHost host, BasicHttpRequest head, PassedBody body, Timeout patience) {
        HandedOn sent = new HandedOn(host, head, () -> body);
        sent.connect(Tries.ONE);
        body.sent().whenComplete((all, fault) -> {
            if (fault == null) {
                sent.answer.orTimeout(patience.toMilliseconds(), TimeUnit.MILLISECONDS);
            } else {
                sent.fail(fault instanceof Exception told ? told : new IOException(fault));
            }
        });
        return sent.answer.whenComplete((answer, fault) -> {
            if (fault != null) {
                sent.discard();
            }
        });
    }

    /** How often a request may be sent, where the way there was closed when it came. */
    private enum Tries {
        TWO,
        ONE
    }

    private void connect(Tries tries) {
        Reactor.requester()
                .connect(host, CONNECTING, null, new Told<>(connected -> send(connected, tries), this::fail));
    }

    private void send(AsyncClientEndpoint connected, Tries tries) {
        endpoint = connected;
        if (answer.isDone()) {
            connected.releaseAndDiscard();
            return;
        }
        connected.execute(
                new BasicRequestProducer(head, body.get()),
                new UpstreamReading(Upstream.MOST_BYTES, this::arrived, connected::releaseAndDiscard),
                new Told<>(whole -> connected.releaseAndReuse(), fault -> {
                    connected.releaseAndDiscard();
                    failed(fault, tries);
                }));
    }

    private void arrived(Arrival arrival) {
        if (!answer.complete(arrival)) { // too late: nobody takes what comes yet
            arrival.rest().ifPresent(OpenBody::close);
        }
    }

    private void failed(Exception fault, Tries tries) {
        boolean unsent = fault instanceof RequestNotExecutedException;
        boolean again = unsent || fault instanceof IOException && Methods.isIdempotent(head.getMethod());
        if (tries == Tries.TWO && again && !answer.isDone()) {
            connect(Tries.ONE); // a connection that was kept may be closed when the request is on its way
        } else {
            fail(fault);
        }
    }

    private void fail(Exception fault) {
        answer.completeExceptionally(fault);
    }

    private void letGo(@Nullable Throwable fault) {
        if (fault instanceof TimeoutException) {
            discard();
        }
    }

    private void discard() {
        AsyncClientEndpoint connected = endpoint;
        if (connected != null) {
            connected.releaseAndDiscard();
        }
    }

    /** Hears of what came, or of why nothing did. */
    private record Told<T>(Consumer<T> came, Consumer<Exception> failed) implements FutureCallback<T> {

        @Override
        public void completed(T result) {
            came.accept(result);
        }

        @Override
        public void failed(Exception fault) {
            failed.accept(fault);
        }

        @Override
        public void cancelled() {
            failed.accept(new IOException("the exchange was cancelled"));
        }
    }
}
