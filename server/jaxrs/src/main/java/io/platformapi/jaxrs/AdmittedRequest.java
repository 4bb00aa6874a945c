package io.platformapi.jaxrs;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission.Admitted;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.Part;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.Percent;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A request that nothing is wrong with, as JAX-RS reads it: whatever style the document has its parameters written in,
 * a list is its name once for each item, an object is JSON, and defaults are filled in. A body of structure is the tree
 * that was checked, others are as they were sent.
 *
 * @param received the request as it came
 * @param admitted what it says, and by whom
 * @param bodies how bodies are spelled
 */
record AdmittedRequest(HttpRequest received, Admitted<Optional<Principal>> admitted, Bodies bodies) {

    private static final String KEY = AdmittedRequest.class.getName();
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");
    private static final Pattern BELOW = Pattern.compile("(/[A-Za-z0-9._~-]+)*");
    private static final MediaType FORM = MediaType.of("application/x-www-form-urlencoded");

    /** The request that an answer belongs to; empty for one that never was let in. */
    static Optional<AdmittedRequest> of(ContainerRequestContext context) {
        return Optional.ofNullable(context.getProperty(KEY)).map(AdmittedRequest.class::cast);
    }

    Route.Found route() {
        return admitted.route();
    }

    JaxRs.Asked asked() {
        List<Part> parts = admitted.request().withDefaults().parts();
        return new JaxRs.Asked(
                base(),
                route().operation().method(),
                path() + query(parts),
                headers(parts),
                received.body(),
                admitted.client(),
                this::keep);
    }

    private void keep(ContainerRequestContext context) {
        context.setProperty(KEY, this);
        if (isStructure()) {
            CheckedBodies.set(context, admitted.request().body());
        }
    }

    /** Where the client sent it, as far as a URI can say so; a path may stand below that of a documented server. */
    private String base() {
        String host = received.headers().text("Host");
        List<String> sent = List.of(received.path().split("/", -1));
        int own = route().operation().path().text().split("/", -1).length;
        String above = String.join("/", sent.subList(0, Math.max(1, sent.size() - own + 1)));
        return "http://" + (HOST.matcher(host).matches() ? host : "localhost")
                + (BELOW.matcher(above).matches() ? above : "");
    }

    private String path() {
        String path = route().operation().path().text();
        for (Map.Entry<String, String> value : route().pathValues().entrySet()) {
            path = path.replace("{" + value.getKey() + "}", segment(value.getValue()));
        }
        return path;
    }

    /** A URI is free to leave out segments of dots. */
    private static String segment(String text) {
        return text.matches("\\.{1,2}") ? text.replace(".", "%2E") : Percent.encoded(text);
    }

    private static String query(List<Part> parts) {
        String query = parts.stream()
                .filter(part -> part.in() == In.QUERY && part.isGiven())
                .flatMap(part ->
                        texts(part.value()).map(text -> Percent.encoded(part.name()) + "=" + Percent.encoded(text)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private Headers headers(List<Part> parts) {
        Headers headers = received.headers();
        for (Part part : parts) {
            if (part.in() == In.HEADER && part.isGiven()) {
                Headers values = texts(part.value())
                        .map(text -> Headers.of(part.name(), text))
                        .reduce(Headers.none(), Headers::and);
                headers = headers.with(values);
            }
        }
        return headers.with("Accept", "*/*"); // the answer's type is found by the document
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(AdmittedRequest::text)
                : Stream.of(text(value));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private boolean isStructure() {
        return !admitted.request().body().isMissingNode()
                && received.headers()
                        .first("Content-Type")
                        .flatMap(MediaType::parse)
                        .filter(type -> bodies.spellsStructure(type) && !FORM.includes(type))
                        .isPresent();
    }
}
