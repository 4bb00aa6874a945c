package io.platformapi.mock.proxy;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What of the header fields goes from one hop to the next (RFC 9110, section 7.6). */
final class Hop {

    private static final String LENGTH = "Content-Length";
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
        String host = request.headers().text("Host");
        Headers kept = kept(request.headers()).and("Via", VIA);
        return host.isEmpty() ? kept : kept.and("Forwarded", "host=\"" + host.replace("\"", "") + "\";proto=http");
    }

    /**
     * The fields of an answer as the client gets them; a place upstream is one here. The length is for answers to HEAD,
     * which have nothing else to tell it by.
     */
    static Headers answered(Headers sent, URI base) {
        Headers kept = sent.has(LENGTH) ? kept(sent).with(LENGTH, sent.text(LENGTH)) : kept(sent);
        String location = kept.text("Location");
        return location.startsWith(base + "/")
                ? kept.with("Location", location.substring(base.toString().length()))
                : kept;
    }

    /** What of the fields is for whoever gets the message in the end. */
    static Headers kept(Headers sent) {
        Set<String> own = new TreeSet<>(OWN);
        sent.all("Connection").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .forEach(own::add);
        Map<String, List<String>> kept = new LinkedHashMap<>();
        sent.names().stream()
                .filter(name -> !own.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> kept.put(name, sent.all(name)));
        return Headers.of(kept);
    }
}
