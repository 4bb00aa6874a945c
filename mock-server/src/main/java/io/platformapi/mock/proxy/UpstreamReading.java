package io.platformapi.mock.proxy;

import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one answer: to its end, where that can be held; streams and what is larger go on while they are passed
 * on. On a thread of the reactor.
 */
final class UpstreamReading implements AsyncResponseConsumer<Void> {

    private final int most;
    private final Consumer<Arrival> arrived;
    private final Runnable leave;
    private final ByteArrayOutputStream come = new ByteArrayOutputStream();
    private @Nullable HttpResponse head;
    private @Nullable FutureCallback<Void> done;
    private @Nullable OpenBody open;

    /**
     * A reading.
     *
     * @param most how much of a body is held, in bytes
     * @param arrived takes the answer, whole or as far as it is known
     * @param leave lets go of upstream before the end
     */
    UpstreamReading(int most, Consumer<Arrival> arrived, Runnable leave) {
        this.most = most;
        this.arrived = arrived;
        this.leave = leave;
    }

    @Override
    public void consumeResponse(
            org.apache.hc.core5.http.HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<Void> told) {
        head = new HttpResponse(response.getCode(), headers(response.getHeaders()), new byte[0]);
        done = told;
        if (entity == null) {
            end();
        } else {
            openIf(head.contentType().filter(Bodies::isStream).isPresent());
        }
    }

    private static Headers headers(Header... fields) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Header field : fields) {
            all.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                    .add(field.getValue() == null ? "" : field.getValue());
        }
        return Headers.of(all);
    }

    /** Comes when all has come that was asked for before. */
    @Override
    public void updateCapacity(CapacityChannel upstream) throws IOException {
        if (open == null) {
            upstream.update(OpenBody.WINDOW);
        } else {
            open.askWhereThereIsRoom(upstream);
        }
    }

    @Override
    public void consume(ByteBuffer piece) {
        byte[] some = new byte[piece.remaining()];
        piece.get(some);
        if (open != null) {
            open.add(some);
            return;
        }
        come.writeBytes(some);
        openIf(come.size() > most);
    }

    private void openIf(boolean reason) {
        if (reason && head != null) {
            open = new OpenBody(come.toByteArray(), leave);
            come.reset();
            arrived.accept(new Arrival(head, Optional.of(open)));
        }
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        end();
    }

    /** Lets go of the connection before a whole answer is told, so that who asks again at once finds it free. */
    private void end() {
        if (open != null) {
            open.end();
        }
        if (done != null) {
            done.completed(null);
        }
        if (open == null && head != null) {
            HttpResponse whole = new HttpResponse(head.status(), head.headers(), come.toByteArray());
            arrived.accept(new Arrival(whole, Optional.empty()));
        }
    }

    @Override
    public void failed(Exception fault) {
        if (open != null) {
            open.fail(fault);
        }
    }

    @Override
    public void informationResponse(org.apache.hc.core5.http.HttpResponse response, HttpContext context) {
        // for upstream's client alone, which is the mock
    }

    @Override
    public void releaseResources() {
        if (open != null) {
            open.fail(new IOException("the connection is closed"));
        }
    }
}
