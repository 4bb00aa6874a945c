package io.platformapi.contract.page;

import io.platformapi.contract.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole request of an operation, ready to be sent.
 *
 * @param example the name of the example that it is; empty for the values that have no name
 * @param madeUp whether what is required stands nowhere in the document
 * @param method the method in upper case
 * @param target path and query, credentials that stand there included
 * @param credentials the header fields that let it in
 * @param fields its other header fields, but for that of the body's type
 * @param body what it carries
 */
public record SampleRequest(
        String example,
        boolean madeUp,
        String method,
        String target,
        List<Field> credentials,
        List<Field> fields,
        Optional<Body> body) {

    public SampleRequest {
        credentials = List.copyOf(credentials);
        fields = List.copyOf(fields);
    }

    /**
     * A body as text.
     *
     * @param type its media type
     */
    public record Body(String type, String text) {}

    /**
     * A header field.
     *
     * @param option the option of curl that sends it
     */
    public record Field(String name, String value, String option) {

        static Field of(String name, String value) {
            return new Field(name, value, "-H " + quoted(name + ": " + value));
        }

        static Field ofCookie(String pair) {
            return new Field("Cookie", pair, "-b " + quoted(pair));
        }

        /** A name and password, as which one word serves. */
        static Field ofLogin(String word) {
            String pair = word + ":" + word;
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return new Field("Authorization", "Basic " + encoded, "-u " + quoted(pair));
        }
    }

    /** All header fields, that of the body's type included. */
    public Headers headers() {
        Headers all = Stream.concat(credentials.stream(), fields.stream())
                .reduce(Headers.none(), (some, field) -> some.and(field.name(), field.value()), Headers::and);
        return body.map(sent -> all.and("Content-Type", sent.type())).orElse(all);
    }

    /** The command that sends it to an address. */
    public String curl(String address) {
        List<String> words = new ArrayList<>(List.of("curl"));
        String implied = body.isPresent() ? "POST" : "GET";
        if (!method.equals(implied)) {
            words.add(method.equals("HEAD") ? "-I" : "-X " + method);
        }
        words.add(quoted(address + target));
        credentials.forEach(field -> words.add(field.option()));
        fields.forEach(field -> words.add(field.option()));
        body.ifPresent(sent ->
                words.add("-H " + quoted("Content-Type: " + sent.type()) + " --data-binary " + quoted(sent.text())));
        return String.join(" ", words);
    }

    /** A text as one word of a shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
