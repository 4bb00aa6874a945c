package io.platformapi.verify;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.wire.ComingAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The reading of one answer, within limits: of its time from the request to the last byte, and of its size.
 *
 * <p>A stream is read for a second; what came whole by then is the answer.
 */
final class Reception {

    private static final long STREAMED = TimeUnit.SECONDS.toNanos(1);
    private static final int PIECE = 8192;

    private final ComingAnswer incoming;
    private final RunLimits limits;
    private final long end;
    private final long streamed = System.nanoTime() + STREAMED;
    private final Optional<StreamedType> stream;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** The reading of an answer whose head is there, until a moment as {@link System#nanoTime} counts. */
    Reception(ComingAnswer incoming, RunLimits limits, long end) {
        this.incoming = incoming;
        this.limits = limits;
        this.end = end;
        this.stream = incoming.headers().first("Content-Type").flatMap(StreamedType::of);
    }

    HttpResponse answer() throws IOException {
        Ending ending = read();
        byte[] bytes = body.toByteArray();
        boolean enough = ending != Ending.WHOLE
                && stream.filter(type -> type.isEnough(bytes)).isPresent();
        HttpResponse answer = new HttpResponse(
                incoming.status(), incoming.headers(), enough ? stream.get().whole(bytes) : bytes);
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

    private Ending read() throws IOException {
        byte[] piece = new byte[PIECE];
        while (true) {
            boolean longEnough = System.nanoTime() - streamed >= 0;
            if (longEnough
                    && stream.filter(type -> type.isEnough(body.toByteArray())).isPresent()) {
                return Ending.STREAM;
            }
            try {
                int read = incoming.read(piece, PIECE, stream.isEmpty() || longEnough ? end : Math.min(end, streamed));
                if (read < 0) {
                    return Ending.WHOLE;
                }
                int taken = (int) Math.min(read, limits.bytes() - body.size());
                body.write(piece, 0, taken);
                if (taken < read) {
                    return Ending.SIZE;
                }
            } catch (SocketTimeoutException e) {
                if (System.nanoTime() - end >= 0 || longEnough) {
                    return Ending.TIME;
                }
            }
        }
    }
}
