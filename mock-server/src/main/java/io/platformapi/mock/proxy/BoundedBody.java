package io.platformapi.mock.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.AsyncEntityConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/** A body that is read up to a size; a larger one ends its exchange. */
final class BoundedBody implements AsyncEntityConsumer<byte[]> {

    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable FutureCallback<byte[]> whole;

    BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public void streamStart(@Nullable EntityDetails details, FutureCallback<byte[]> told) {
        whole = told;
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer piece) throws IOException {
        if (bytes.size() + piece.remaining() > most) {
            throw new LargeAnswer(most);
        }
        byte[] some = new byte[piece.remaining()];
        piece.get(some);
        bytes.writeBytes(some);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        if (whole != null) {
            whole.completed(bytes.toByteArray());
        }
    }

    @Override
    public byte[] getContent() {
        return bytes.toByteArray();
    }

    @Override
    public void failed(Exception fault) {
        // whoever sent the request is told of it, too
    }

    @Override
    public void releaseResources() {
        bytes.reset();
    }
}
