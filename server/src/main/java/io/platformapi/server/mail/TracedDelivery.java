package io.platformapi.server.mail;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.platformapi.domain.InvitationMail;

/**
 * A delivery of which each mail is a span for OpenTelemetry, so that what an agent sees of it hangs below. The span has
 * the mail's id; addresses, and what mail servers say of them, are in none.
 *
 * @param delivery sends the mail
 * @param tracer is told of it
 */
public record TracedDelivery(Delivery delivery, Tracer tracer) implements Delivery {

    @Override
    public void send(InvitationMail mail) {
        Span span = tracer.spanBuilder("mail")
                .setSpanKind(SpanKind.PRODUCER)
                .setParent(Context.root())
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.message.id", mail.id().toString())
                .startSpan();
        try {
            Context.root().with(span).wrap(() -> delivery.send(mail)).run();
        } catch (Unsent e) {
            span.setStatus(StatusCode.ERROR, e.reason().name());
            throw e;
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    @Override
    public void rest() {
        delivery.rest();
    }
}
