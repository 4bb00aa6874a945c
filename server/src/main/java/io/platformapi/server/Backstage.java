package io.platformapi.server;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.platformapi.server.admin.AdminServer;
import io.platformapi.server.admin.Health;
import io.platformapi.server.admin.Metrics;
import io.platformapi.server.http.AccessLog;
import io.platformapi.server.http.Calls;
import io.platformapi.server.http.CurrentRequest;
import io.platformapi.server.http.Spans;
import io.platformapi.server.http.Watcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind a server that answers: its numbers, its health, the port for both, and what ends with it. */
final class Backstage implements AutoCloseable {

    private static final String TRACER = "io.platformapi.server";

    private final OperatorSettings operations;
    private final Metrics metrics = new Metrics();
    private final Health health;
    private final CurrentRequest current;
    private final List<Runnable> endings = new ArrayList<>();
    private Optional<AdminServer> admin = Optional.empty();

    /** @param current says which request a thread answers */
    Backstage(OperatorSettings operations, CurrentRequest current, Health health) {
        this.operations = operations;
        this.current = current;
        this.health = health;
    }

    Metrics metrics() {
        return metrics;
    }

    /** What requests are told by: numbers, spans, and lines of the log if those are wanted. */
    Calls calls() {
        List<Watcher> watchers = new ArrayList<>(List.of(metrics));
        if (operations.isAccessLogged()) {
            watchers.add(new AccessLog());
        }
        return new Calls(Watcher.all(watchers), current, new Spans(tracer()));
    }

    /** What is told of spans: nothing, unless operators bring something along. */
    static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer(TRACER);
    }

    /** Runs something at the end, before what was there before it. */
    void atEnd(Runnable ending) {
        endings.add(0, ending);
    }

    /** Opens the port for operators, if there is to be one. */
    void open() throws IOException {
        if (operations.adminPort().isPresent()) {
            admin = Optional.of(AdminServer.start(
                    operations.adminHost(), operations.adminPort().getAsInt(), health, metrics));
        }
    }

    Optional<AdminServer> admin() {
        return admin;
    }

    /** Says that the server is not to be asked any more, and waits for those to hear it who ask it. */
    void announceEnd() {
        health.stops();
        try {
            Thread.sleep(operations.stopDelay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
        admin.ifPresent(AdminServer::close);
        metrics.close();
    }
}
