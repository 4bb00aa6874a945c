package io.platformapi.server.http;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * A request while it is answered: by which name it is told in the log and to its client, and since when. For one thread
 * at a time.
 */
final class Call {

    private static final List<String> NAMES = List.of("request_id", "trace_id", "span_id");
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._~:/+=-]{1,128}");

    private final HttpRequest request;
    private final String peer;
    private final Calls calls;
    private final String id;
    private final Spans.RequestSpan span;
    private final Trace trace;
    private final long since = System.nanoTime();
    private String operation = "";
    private String client = "";
    private Headers fields = Headers.none();

    Call(HttpRequest request, String peer, Calls calls) {
        this.request = request;
        this.peer = peer;
        this.calls = calls;
        this.id = Optional.of(request.headers().text(REQUEST_ID))
                .filter(given -> USABLE.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        this.span = calls.spans().begin(request, peer);
        this.trace = span.trace();
    }

    String peer() {
        return peer;
    }

    void isOf(String operationId) {
        operation = operationId;
        span.isOf(operationId);
    }

    void isBy(String name) {
        client = name;
    }

    /** Tells the client more, whatever the answer is. */
    void tells(Headers more) {
        fields = more;
    }

    /** Does a part of the work, during which every line of the log says what it belongs to. */
    <T> T within(Supplier<T> work) {
        List<String> values = List.of(id, trace.traceId(), trace.spanId());
        for (int i = 0; i < NAMES.size(); i++) {
            MDC.put(NAMES.get(i), values.get(i));
        }
        calls.current().enter(new CurrentRequest.Named(id, trace, operation, client));
        try {
            return span.within(work);
        } finally {
            calls.current().leave();
            NAMES.forEach(MDC::remove);
        }
    }

    /** Tells of the answer, and gives it the request's name. */
    HttpResponse answered(HttpResponse answer) {
        ended(answer.status(), answer.body().length);
        return named(answer);
    }

    /** Gives an answer the request's name. */
    HttpResponse named(HttpResponse answer) {
        return answer.with(fields.with(REQUEST_ID, id));
    }

    /** Tells of an answer that has come to its end, after so many bytes. */
    void ended(int status, long bytes) {
        NAMES.forEach(MDC::remove); // whoever is told has them already
        calls.watcher()
                .sees(new Watcher.Answered(
                        id,
                        trace,
                        peer,
                        request.method(),
                        request.path(),
                        operation,
                        client,
                        status,
                        bytes,
                        Duration.ofNanos(System.nanoTime() - since)));
        span.ends(status);
    }
}
