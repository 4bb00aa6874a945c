package io.platformapi.mock.proxy;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What of the header fields goes from one hop to the next (RFC 9110, section 7.6). */
final class Hop {

    private static final String VIA = "1.1 mock-server";

    /** What is between two hops alone, or is said anew by whoever sends the message. */
    private static final Set<String> OWN = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private Hop() {}

    /** The fields of a request as upstream gets them. */
    static Headers asked(HttpRequest request) {
        Headers sent = request.headers();
        Headers[] kept = {Headers.none()};
        Set<String> own = own(sent.all("Connection"));
        sent.forEach((name, value) -> {
            if (!own.contains(name.toLowerCase(Locale.ROOT))) {
                kept[0] = kept[0].and(name, value);
            }
        });
        String host = sent.text("Host");
        Headers forwarded = host.isEmpty()
                ? kept[0]
                : kept[0].and("Forwarded", "host=\"" + host.replace("\"", "") + "\";proto=http");
        return forwarded.and("Via", VIA);
    }

    /** The fields of an answer as the client gets them; a place upstream is one here. */
    static Headers answered(Map<String, List<String>> sent, URI base) {
        Headers kept = Headers.none();
        Headers all = Headers.of(sent);
        Set<String> own = own(all.all("Connection"));
        for (Map.Entry<String, List<String>> field : sent.entrySet()) {
            if (!own.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                for (String value : field.getValue()) {
                    kept = kept.and(field.getKey(), value);
                }
            }
        }
        String location = kept.text("Location");
        return location.startsWith(base + "/")
                ? kept.with("Location", location.substring(base.toString().length()))
                : kept;
    }

    private static Set<String> own(List<String> connection) {
        Set<String> own = new TreeSet<>(OWN);
        connection.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(own::add);
        return own;
    }
}
