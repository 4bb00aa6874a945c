package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedTargetTest {

    private static final HttpRequest ANY = HttpRequest.of("GET", "/", Headers.none());

    private final AtomicLong now = new AtomicLong(7);
    private final List<Long> asked = new ArrayList<>();

    /** A server whose answers take so long, asked four times a second. */
    private PacedTarget server(long nanos) {
        return new PacedTarget(
                request -> {
                    asked.add(now.get() - 7);
                    now.addAndGet(nanos);
                    return HttpResponse.of(204, Headers.none());
                },
                4,
                now::get,
                now::addAndGet);
    }

    @Test
    void asksEvenly() throws IOException {
        PacedTarget server = server(1_000_000);
        for (int i = 0; i < 4; i++) {
            server.answer(ANY);
        }

        assertThat(asked).containsExactly(0L, 250_000_000L, 500_000_000L, 750_000_000L);
    }

    /** It does not make good for the time that a slow answer took by asking faster. */
    @Test
    void asksNoFasterAfterASlowAnswer() throws IOException {
        PacedTarget slow = server(600_000_000);
        for (int i = 0; i < 3; i++) {
            slow.answer(ANY);
        }

        assertThat(asked).containsExactly(0L, 600_000_000L, 1_200_000_000L);
    }
}
