package io.platformapi.server;

import io.platformapi.server.http.RateLimit;
import io.platformapi.server.http.RateLimit.LetIn;
import io.platformapi.server.store.ClientRates;
import io.platformapi.server.store.ClientRates.Rate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that tells the other servers of a database twice a second what clients were let in here, and hears of
 * theirs, so that all have one limit. What a client sends in between to several servers may be too much; it weighs
 * afterwards.
 */
final class RateExchange implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RateExchange.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final RateLimit limit;
    private final ClientRates rates;
    private final InstantSource clock;
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean fails;

    private RateExchange(RateLimit limit, ClientRates rates, InstantSource clock) {
        this.limit = limit;
        this.rates = rates;
        this.clock = clock;
    }

    /** Starts one. */
    static RateExchange start(RateLimit limit, ClientRates rates, InstantSource clock) {
        var exchange = new RateExchange(limit, rates, clock);
        var thread = new Thread(exchange::run, "rates");
        thread.setDaemon(true);
        thread.start();
        return exchange;
    }

    private void run() {
        try {
            while (!end.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                List<LetIn> own = limit.letIn();
                if (!own.isEmpty()) { // nobody is counted here else
                    exchange(own);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void exchange(List<LetIn> own) {
        try {
            limit.hear(rates
                    .exchange(
                            own.stream()
                                    .map(each -> new Rate(each.client(), each.minute(), each.number()))
                                    .toList(),
                            clock.instant().truncatedTo(ChronoUnit.MINUTES).minusSeconds(60))
                    .stream()
                    .map(each -> new LetIn(each.client(), each.minute(), each.number()))
                    .toList());
            fails = false;
        } catch (RuntimeException e) {
            if (!fails) {
                LOG.warn("each server limits its clients by itself for a while: {}", e.getMessage());
            }
            fails = true;
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
