package io.platformapi.server.http;

import io.platformapi.grizzly.OutOfMemory;
import io.platformapi.grizzly.PieceSource;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The rest of a long answer on its way to the client, which belongs to its request until the end. */
final class Onward implements PieceSource {

    private final LongBody body;
    private final Call call;
    private final int status;
    private final AtomicLong bytes;

    Onward(LongBody body, Call call, int status) {
        this.body = body;
        this.call = call;
        this.status = status;
        this.bytes = new AtomicLong(body.begun().length);
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        try {
            Optional<byte[]> piece = call.within(body::piece);
            piece.ifPresent(more -> bytes.addAndGet(more.length));
            return piece;
        } catch (RuntimeException | Error failure) {
            OutOfMemory.tell(failure);
            call.within(() -> Failures.brokenOff(bytes.get(), failure));
            throw new IOException("the rest of an answer cannot be had", failure);
        }
    }

    @Override
    public void close() {
        call.ended(status, bytes.get());
    }
}
