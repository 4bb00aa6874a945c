package io.platformapi.contract.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LazyTest {

    @Test
    void worksWhenItIsFirstAskedAndOnce() {
        var worked = new AtomicInteger();
        var value = new Lazy<>(worked::incrementAndGet);

        assertThat(worked).hasValue(0);
        assertThat(List.of(value.get(), value.get())).containsExactly(1, 1);
    }

    @Test
    void asksAgainAfterAFailure() {
        var asked = new AtomicInteger();
        var value = new Lazy<>(() -> 6 / asked.getAndIncrement());

        assertThatThrownBy(value::get).isInstanceOf(ArithmeticException.class);
        assertThat(value.get()).isEqualTo(6);
    }

    @Test
    void nobodyWaitsForWhoWorksAlready() throws Exception {
        var first = new AtomicBoolean(true);
        var working = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var value = new Lazy<>(() -> {
            if (first.getAndSet(false)) {
                working.countDown();
                await(end);
            }
            return "value";
        });
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<String> slow = other.submit(value::get);
            working.await();
            assertThat(value.get()).isEqualTo("value");
            end.countDown();
            assertThat(slow.get()).isEqualTo("value");
        } finally {
            other.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
