package io.platformapi.grizzly;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.grizzly.http.HttpRequestPacket;

/** Requests without their bodies. */
public final class Heads {

    /** Stands for a request that nobody could read. */
    public static final HttpRequest UNREADABLE = HttpRequest.of("GET", "/", Headers.none());

    private Heads() {}

    /** The head of a request that Grizzly has read so far. */
    public static HttpRequest of(HttpRequestPacket request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : request.getHeaders().names()) {
            List<String> values = new ArrayList<>();
            request.getHeaders().values(name).forEach(values::add);
            fields.put(name, values);
        }
        String query = request.getQueryString();
        return new HttpRequest(
                request.getMethod().getMethodString(),
                request.getRequestURI(),
                query == null ? "" : query,
                Headers.of(fields),
                new byte[0]);
    }
}
