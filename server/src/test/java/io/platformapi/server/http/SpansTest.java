package io.platformapi.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tracing is told of requests, with an SDK in the process and without. */
final class SpansTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final List<SpanData> ended = new CopyOnWriteArrayList<>();
    private final List<Watcher.Answered> answered = new CopyOnWriteArrayList<>();
    private final SdkTracerProvider sdk = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(new Kept(ended)))
            .build();

    private record Kept(List<SpanData> spans) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @AfterEach
    void close() {
        sdk.close();
    }

    private Call call(Tracer tracer, String parent) {
        var calls = new Calls(answered::add, new CurrentRequest(), new Spans(tracer));
        return calls.begin(HttpRequest.of("GET", "/api/links", Headers.of("traceparent", parent)), "192.0.2.1");
    }

    private Call traced(String parent) {
        return call(sdk.get("test"), parent);
    }

    private static HttpResponse answer(int status) {
        return HttpResponse.of(status, "text/plain", new byte[0]);
    }

    @Test
    void aRequestIsASpanOfItsClientsTrace() {
        Call call = traced(PARENT);
        call.isOf("listContactLinks");
        call.answered(answer(200));

        SpanData span = ended.get(0);
        assertThat(ended).hasSize(1);
        assertThat(span.getName()).isEqualTo("listContactLinks");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("http.request.method"), "GET")
                .containsEntry(AttributeKey.stringKey("url.path"), "/api/links")
                .containsEntry(AttributeKey.stringKey("client.address"), "192.0.2.1")
                .containsEntry(AttributeKey.longKey("http.response.status_code"), 200L);
    }

    @Test
    void theLogHasTheIdsOfTheSpan() {
        traced("").answered(answer(200));
        traced(PARENT).answered(answer(200));

        for (int i = 0; i < 2; i++) {
            assertThat(answered.get(i).trace().traceId()).isEqualTo(ended.get(i).getTraceId());
            assertThat(answered.get(i).trace().spanId()).isEqualTo(ended.get(i).getSpanId());
        }
        assertThat(answered.get(1).trace().parentId()).isEqualTo("b7ad6b7169203331");
        assertThat(answered.get(1).trace().flags()).isEqualTo("01");
    }

    @Test
    void workForARequestIsAPartOfItsSpan() {
        Call call = traced("");
        call.within(() -> {
            sdk.get("database").spanBuilder("select").startSpan().end();
            return "";
        });
        call.answered(answer(200));

        assertThat(ended.get(0).getParentSpanId()).isEqualTo(ended.get(1).getSpanId());
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void aFailureOfOursIsOneOfTheSpan() {
        traced("").answered(answer(503));
        traced("").answered(answer(404));

        assertThat(ended)
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR, StatusCode.UNSET);
    }

    @Test
    void aRequestHasIdsOfItsOwnWhereNobodyTraces() {
        call(OpenTelemetry.noop().getTracer("test"), PARENT).answered(answer(200));

        assertThat(answered.get(0).trace().traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(answered.get(0).trace().parentId()).isEqualTo("b7ad6b7169203331");
        assertThat(answered.get(0).trace().spanId()).matches("[0-9a-f]{16}").isNotEqualTo("b7ad6b7169203331");
    }
}
