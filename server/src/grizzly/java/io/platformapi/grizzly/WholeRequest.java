package io.platformapi.grizzly;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * A filter that lets a request pass once its body has arrived whole, in size and in time.
 *
 * <p>So no thread ever waits for a client, a handful of slow clients stop nobody else, and a handler reads its body at
 * once. The price is memory: at most the largest body for each connection.
 */
final class WholeRequest extends BaseFilter {

    private final Limits limits;
    private final FailurePages pages;
    private final ScheduledExecutorService clock;
    private final Attribute<Deadline> deadlines =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(WholeRequest.class.getName());

    WholeRequest(Limits limits, FailurePages pages, ScheduledExecutorService clock) {
        this.limits = limits;
        this.pages = pages;
        this.clock = clock;
    }

    /** The end of a client's time. Whoever passes it first, the body or the clock, keeps the other from acting. */
    private record Deadline(AtomicBoolean passed, ScheduledFuture<?> alarm) {

        boolean meet() {
            alarm.cancel(false);
            return passed.compareAndSet(false, true);
        }
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (!(context.getMessage() instanceof HttpContent part)) {
            return context.getInvokeAction();
        }
        var request = (HttpRequestPacket) part.getHttpHeader();
        if (request.isContentBroken()) {
            meetDeadline(context);
            return context.getInvokeAction();
        }
        if (hasUnseenBody(request)) {
            return refuse(context, request, HttpStatus.BAD_REQUEST_400);
        }
        if (request.getContentLength() > limits.bodyBytes() || part.getContent().remaining() > limits.bodyBytes()) {
            meetDeadline(context);
            return refuse(context, request, HttpStatus.REQUEST_ENTITY_TOO_LARGE_413);
        }
        if (part.isLast()) {
            return meetDeadline(context) ? context.getInvokeAction() : context.getStopAction();
        }
        if (deadlines.get(context.getConnection()) == null) {
            begin(context, request);
        }
        return context.getStopAction(part); // Grizzly appends the next part to this one
    }

    /**
     * Whether Grizzly does not see where the request ends: it waits for ever for the end of what CONNECT sends, and
     * takes the body of a TRACE for the next request, as somebody in front of it may not.
     */
    private static boolean hasUnseenBody(HttpRequestPacket request) {
        String length = request.getHeader(Header.ContentLength);
        boolean body = length != null && !length.equals("0") || request.getHeader(Header.TransferEncoding) != null;
        return request.getMethod() == Method.CONNECT || request.getMethod() == Method.TRACE && body;
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        meetDeadline(context);
        return context.getInvokeAction();
    }

    private void begin(FilterChainContext context, HttpRequestPacket request) {
        Connection<?> connection = context.getConnection();
        var passed = new AtomicBoolean();
        Runnable end = () -> {
            if (passed.compareAndSet(false, true)) {
                tooSlow(connection, request);
            }
        };
        long time = limits.bodyTime().toMillis();
        deadlines.set(connection, new Deadline(passed, clock.schedule(end, time, TimeUnit.MILLISECONDS)));
        if (request.requiresAcknowledgement()) {
            acknowledge(context, request.getResponse());
        }
    }

    private static void acknowledge(FilterChainContext context, HttpResponsePacket response) {
        response.setStatus(HttpStatus.CONINTUE_100);
        response.setAcknowledgement(true);
        context.write(response);
        response.acknowledged();
        response.setStatus(HttpStatus.OK_200);
    }

    /** Whether the request is in time; it is if it needed no deadline. */
    private boolean meetDeadline(FilterChainContext context) {
        Deadline deadline = deadlines.remove(context.getConnection());
        return deadline == null || deadline.meet();
    }

    private NextAction refuse(FilterChainContext context, HttpRequestPacket request, HttpStatus status) {
        context.write(failure(request, status));
        NextAction suspended = context.getSuspendAction();
        request.getProcessingState().getHttpContext().close();
        context.completeAndRecycle();
        return suspended;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a connection takes any message its filter chain can write
    private void tooSlow(Connection connection, HttpRequestPacket request) {
        connection.write(failure(request, HttpStatus.REQUEST_TIMEOUT_408));
        connection.closeSilently();
    }

    private HttpContent failure(HttpRequestPacket request, HttpStatus status) {
        HttpResponsePacket response = request.getResponse();
        status.setValues(response);
        request.getProcessingState().setKeepAlive(false);
        return FailureCodec.packet(response, pages.page(status.getStatusCode(), Heads.of(request)));
    }
}
