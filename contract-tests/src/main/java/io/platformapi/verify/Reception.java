package io.platformapi.verify;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one answer, within limits: of its time from the request to the last byte, and of its size.
 *
 * <p>A stream is read for a second; what came whole by then is the answer.
 */
final class Reception implements BodyHandler<Void>, BodySubscriber<Void> {

    private static final long STREAMED_MILLIS = 1000;

    private final RunLimits limits;
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final CompletableFuture<Void> taken = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable ResponseInfo head;
    private @Nullable Subscription source;
    private Optional<StreamedType> stream = Optional.empty();
    private boolean streamedLongEnough;

    Reception(RunLimits limits) {
        this.limits = limits;
    }

    /**
     * Waits for the answer.
     *
     * @param sent the sending of the request, which is given up where the answer does not end
     */
    HttpResponse answer(CompletableFuture<?> sent) throws IOException, InterruptedException {
        sent.whenComplete((done, fault) -> {
            if (fault != null) {
                ended.completeExceptionally(fault);
            }
        });
        ended.completeOnTimeout(Ending.TIME, limits.answer().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return answer(ended.get());
        } catch (ExecutionException e) {
            throw Silence.of(e.getCause());
        } finally {
            stop();
            sent.cancel(true);
        }
    }

    private synchronized HttpResponse answer(Ending ending) throws IOException {
        if (head == null) {
            throw new HttpTimeoutException("no answer within " + RunLimits.shown(limits.answer()));
        }
        byte[] bytes = body.toByteArray();
        boolean enough = ending != Ending.WHOLE
                && stream.filter(type -> type.isEnough(bytes)).isPresent();
        HttpResponse answer = new HttpResponse(
                head.statusCode(),
                Headers.of(head.headers().map()),
                enough ? stream.get().whole(bytes) : bytes);
        if (ending == Ending.WHOLE || enough) {
            return answer;
        }
        throw new UnfinishedAnswer(
                answer,
                ending,
                ending == Ending.TIME
                        ? "for more than " + RunLimits.shown(limits.answer())
                        : "after " + RunLimits.shown(limits.bytes()));
    }

    private synchronized void stop() {
        if (source != null) {
            source.cancel();
        }
        taken.complete(null);
    }

    @Override
    public synchronized BodySubscriber<Void> apply(ResponseInfo info) {
        head = info;
        stream = info.headers().firstValue("Content-Type").flatMap(StreamedType::of);
        if (stream.isPresent()) {
            CompletableFuture.delayedExecutor(STREAMED_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(this::streamedLongEnough);
        }
        return this;
    }

    private synchronized void streamedLongEnough() {
        streamedLongEnough = true;
        endStream();
    }

    private void endStream() {
        if (streamedLongEnough
                && stream.filter(type -> type.isEnough(body.toByteArray())).isPresent()) {
            ended.complete(Ending.STREAM);
        }
    }

    @Override
    public synchronized void onSubscribe(Subscription subscription) {
        source = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[(int) Math.min(buffer.remaining(), limits.bytes() - body.size())];
            boolean more = buffer.remaining() > bytes.length;
            buffer.get(bytes);
            body.writeBytes(bytes);
            if (more) {
                ended.complete(Ending.SIZE);
                stop();
                return;
            }
        }
        endStream();
    }

    @Override
    public void onError(Throwable fault) {
        ended.completeExceptionally(fault);
        taken.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        ended.complete(Ending.WHOLE);
        taken.complete(null);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return taken;
    }
}
