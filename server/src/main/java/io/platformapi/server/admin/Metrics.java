package io.platformapi.server.admin;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.platformapi.server.http.FailedLogins;
import io.platformapi.server.http.Watcher;
import io.platformapi.server.mail.Relay;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.Outbox;
import io.platformapi.server.store.Outbox.Stock;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;

/** What a server has done and how it does, as numbers for Prometheus. Safe for many threads. */
public final class Metrics implements Watcher, AutoCloseable {

    private static final String NOBODY = "none";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Numbers of this process, to which those of its parts are added. */
    public Metrics() {
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(part -> part.bindTo(registry));
    }

    /** Counts an answer, by its operation and status. */
    @Override
    public void sees(Answered answered) {
        Timer.builder("platform.requests")
                .description("Answers, and the time from the end of a head to its answer.")
                .tag("operation", answered.operation().isEmpty() ? NOBODY : answered.operation())
                .tag("status", String.valueOf(answered.status()))
                .register(registry)
                .record(answered.time());
    }

    /** Adds how many are connected, and how many credentials were none. */
    public void add(IntSupplier connections, FailedLogins failures) {
        Gauge.builder("platform.connections", connections, IntSupplier::getAsInt)
                .description("Connections of clients that are open.")
                .strongReference(true)
                .register(registry);
        count("platform.logins.failed", "Credentials that were none.", failures, FailedLogins::total);
    }

    /** Adds the use of a database's connections. */
    public void add(Database database) {
        gauge(
                "platform.database.connections.active",
                "Connections at work.",
                database,
                it -> it.use().active());
        gauge(
                "platform.database.connections.idle",
                "Connections at rest.",
                database,
                it -> it.use().idle());
        gauge(
                "platform.database.waiting",
                "Requests that wait for a connection.",
                database,
                it -> it.use().waiting());
    }

    /** Adds the mail that waits, and that is sent. */
    public void add(Outbox outbox, Relay relay) {
        var stock = new Recent<>(outbox::stock);
        gauge("platform.mail.waiting", "Mails to be sent.", stock, it -> it.map(Stock::waiting));
        gauge(
                "platform.mail.dead",
                "Mails that were given up; the command mail list says which and why.",
                stock,
                it -> it.map(Stock::dead));
        gauge(
                "platform.mail.oldest.seconds",
                "For how long the oldest waits.",
                stock,
                it -> it.map(one -> one.oldest().toMillis() / 1000.0));
        count("platform.mail.sent", "Mails that this server has sent.", relay, Relay::sent);
        count("platform.mail.failed", "Tries of this server in vain.", relay, Relay::failed);
    }

    private <T> void gauge(String name, String description, T subject, ToDoubleFunction<T> value) {
        Gauge.builder(name, subject, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private <T> void count(String name, String description, T subject, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, subject, value).description(description).register(registry);
    }

    /** All of it, as Prometheus reads it. */
    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }
}
