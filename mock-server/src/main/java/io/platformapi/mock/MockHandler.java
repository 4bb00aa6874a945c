package io.platformapi.mock;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** The mock behind Grizzly: turns Grizzly's requests into values, and values into its responses. */
final class MockHandler extends HttpHandler {

    private final Function<HttpRequest, HttpResponse> mock;

    MockHandler(Function<HttpRequest, HttpResponse> mock) {
        this.mock = mock;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        HttpRequest received = received(request);
        send(mock.apply(received), response, received.method().equals("HEAD"));
    }

    private static HttpRequest received(Request request) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : request.getHeaderNames()) {
            List<String> values = new ArrayList<>();
            request.getHeaders(name).forEach(values::add);
            fields.put(name, values);
        }
        String query = request.getQueryString();
        return new HttpRequest(
                request.getMethod().getMethodString(),
                request.getRequestURI(),
                query == null ? "" : query,
                Headers.of(fields),
                request.getInputStream().readAllBytes());
    }

    private static void send(HttpResponse answer, Response response, boolean headersOnly) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::addHeader);
        boolean bodiless = answer.status() == 204 || answer.status() == 304;
        if (!bodiless) {
            response.setContentLength(answer.body().length);
        }
        if (!headersOnly && !bodiless) {
            response.getOutputStream().write(answer.body());
        }
    }
}
