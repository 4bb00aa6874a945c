package io.platformapi.mock;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Heads;
import java.io.IOException;
import java.util.function.Function;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * The mock behind Grizzly: turns Grizzly's requests into values, and values into its responses.
 *
 * <p>An answer that is to be late keeps no thread waiting: its response is suspended until it is time to send it.
 */
final class MockHandler extends HttpHandler {

    private final Function<HttpRequest, Answered> mock;
    private final Later later;

    MockHandler(Function<HttpRequest, Answered> mock, Later later) {
        this.mock = mock;
        this.later = later;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        HttpRequest received = received(request);
        boolean headersOnly = received.method().equals("HEAD");
        Answered answered = mock.apply(received);
        if (answered.delay().isZero()) {
            send(answered.response(), response, headersOnly);
        } else {
            suspend(response);
            later.run(() -> resume(answered.response(), response, headersOnly), answered.delay());
        }
    }

    /**
     * Lets the thread go, and leaves the response to whoever resumes its context. Grizzly would also end it when the
     * client goes, but goes on counting the request as one in progress: then stopping takes all the time it may.
     */
    private static void suspend(Response response) {
        response.suspend();
        ((Response.SuspendedContextImpl) response.getSuspendContext()).markResumed();
    }

    private static void resume(HttpResponse answer, Response response, boolean headersOnly) {
        FilterChainContext context = response.getRequest().getContext();
        try {
            send(answer, response, headersOnly);
        } catch (IOException e) {
            // the client has gone
        } finally {
            context.resume();
        }
    }

    private static HttpRequest received(Request request) throws IOException {
        HttpRequest head = Heads.of(request.getRequest());
        byte[] body = request.getInputStream().readAllBytes();
        return new HttpRequest(head.method(), head.path(), head.query(), head.headers(), body);
    }

    private static void send(HttpResponse answer, Response response, boolean headersOnly) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::addHeader);
        boolean unframed = answer.status() == 204 || answer.status() == 304;
        byte[] body = answer.status() == 205 ? new byte[0] : answer.body();
        if (!unframed) {
            response.setContentLength(body.length);
        }
        if (!headersOnly && !unframed) {
            response.getOutputStream().write(body);
        }
    }
}
