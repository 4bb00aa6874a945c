package io.platformapi.server.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.platformapi.contract.http.HttpRequest;
import java.util.function.Supplier;

/**
 * The spans of requests for OpenTelemetry, by its API alone: without its agent or an SDK in the process they are
 * nothing. With one, a request has the ids of its span in the log, the audit and wherever else.
 */
public record Spans(Tracer tracer) {

    private static final int FIRST_FAILURE = 500;

    /** Begins the span of a request, which goes on with the trace that its client says. */
    RequestSpan begin(HttpRequest request, String peer) {
        Trace own = Trace.of(request.headers().text("traceparent"));
        Span span = tracer.spanBuilder(request.method())
                .setSpanKind(SpanKind.SERVER)
                .setParent(parent(own))
                .setAttribute("http.request.method", request.method())
                .setAttribute("url.path", request.path())
                .setAttribute("client.address", peer)
                .startSpan();
        return new RequestSpan(span, own.in(span.getSpanContext()));
    }

    private static Context parent(Trace trace) {
        if (trace.parentId().isEmpty()) {
            return Context.root();
        }
        SpanContext remote = SpanContext.createFromRemoteParent(
                trace.traceId(), trace.parentId(), TraceFlags.fromHex(trace.flags(), 0), TraceState.getDefault());
        return Context.root().with(Span.wrap(remote));
    }

    /**
     * The span of one request.
     *
     * @param trace where the request belongs
     */
    record RequestSpan(Span span, Trace trace) {

        /** Does a part of the work, of which the spans are parts of this one. */
        <T> T within(Supplier<T> work) {
            return Context.current().with(span).wrapSupplier(work).get();
        }

        void isOf(String operationId) {
            span.updateName(operationId);
            span.setAttribute("platform.operation", operationId);
        }

        void ends(int status) {
            span.setAttribute("http.response.status_code", status);
            if (status >= FIRST_FAILURE) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
