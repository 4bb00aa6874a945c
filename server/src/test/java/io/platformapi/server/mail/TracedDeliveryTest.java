package io.platformapi.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.platformapi.domain.InvitationMail;
import io.platformapi.domain.Mail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each mail that is sent, or not, is a span. */
final class TracedDeliveryTest {

    private static final InvitationMail MAIL =
            new InvitationMail(UUID.randomUUID(), "jack@example.org", "Mia", List.of("Coach"));

    private final List<SpanData> ended = new ArrayList<>();
    private final SdkTracerProvider sdk =
            SdkTracerProvider.builder().addSpanProcessor(new Kept(ended)).build();

    private record Kept(List<SpanData> spans) implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            spans.add(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    @AfterEach
    void close() {
        sdk.close();
    }

    private record Sending(Mail mail) implements Delivery {

        @Override
        public void send(InvitationMail invitation) {
            mail.send(invitation);
        }

        @Override
        public void rest() {}
    }

    private Delivery traced(Mail mail) {
        return new TracedDelivery(new Sending(mail), sdk.get("test"));
    }

    @Test
    void aMailIsASpanBelowWhichItIsSent() {
        List<SpanContext> within = new ArrayList<>();
        traced(mail -> within.add(Span.current().getSpanContext())).send(MAIL);

        assertThat(ended).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("mail");
            assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
            assertThat(span.getSpanContext()).isEqualTo(within.get(0));
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(span.getAttributes().get(AttributeKey.stringKey("messaging.message.id")))
                    .isEqualTo(MAIL.id().toString());
        });
    }

    @Test
    void aMailThatIsNotSentIsASpanWithTheKindOfReasonAndNothingOfPeople() {
        var failure = new Unsent(Unsent.Reason.FOR_NOW, "it is full", new IOException("jack@example.org"));
        Delivery failing = traced(mail -> {
            throw failure;
        });

        assertThatThrownBy(() -> failing.send(MAIL)).isSameAs(failure);
        assertThat(ended).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getStatus().getDescription()).isEqualTo("FOR_NOW");
            assertThat(span.toString()).doesNotContain("jack");
        });
    }
}
