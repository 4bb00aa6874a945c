package io.platformapi.verify.cases;

import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.dialect.ParameterWriter;
import io.platformapi.contract.format.FormatTable;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spells the values of a request as its operation documents them. */
final class RequestWriter {

    private static final MediaType TEXT = MediaType.of("text/plain");

    /** A path variable that the document does not declare may be anything. */
    private static final Pattern UNDECLARED = Pattern.compile("\\{[^{}]*}");

    private final FormatTable formats;
    private final Credentials credentials;

    /**
     * A writer.
     *
     * @param formats the formats bodies can be written in
     * @param credentials what every request gets; parameters do not take their place
     */
    RequestWriter(FormatTable formats, Credentials credentials) {
        this.formats = formats;
        this.credentials = credentials;
    }

    /** The declared types that a body can be written in, in the order of the document. */
    List<Content> writable(RequestBody body) {
        return body.contents().stream()
                .filter(content -> !content.type().isRange())
                .filter(content -> TEXT.includes(content.type())
                        || formats.of(content.type()).isPresent())
                .toList();
    }

    HttpRequest request(Input input) {
        String path = input.operation().path().text();
        List<String> query = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        Headers headers = credentials.headers();
        for (Input.Argument given : input.arguments()) {
            String name = given.parameter().name();
            switch (given.parameter().in()) {
                case PATH ->
                    path = path.replace("{" + name + "}", ParameterWriter.inPath(given.parameter(), given.value()));
                case QUERY -> query.addAll(ParameterWriter.inQuery(given.parameter(), given.value()));
                case COOKIE -> cookies.add(name + "=" + ParameterWriter.plain(given.parameter(), given.value()));
                default ->
                    headers = credentials.headers().has(name)
                            ? headers
                            : headers.with(name, ParameterWriter.plain(given.parameter(), given.value()));
            }
        }
        path = UNDECLARED.matcher(path).replaceAll("1");
        if (!cookies.isEmpty()) {
            headers = headers.and("Cookie", String.join("; ", cookies));
        }
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return written(HttpRequest.of(input.operation().method(), target, headers), input);
    }

    /** A text in place of a structured value is the body as the document shows it, such as an example in XML. */
    private HttpRequest written(HttpRequest request, Input input) {
        Content content = input.content();
        if (content == null || !input.hasBody()) {
            return request;
        }
        Optional<FormatTable.Entry> format = formats.of(content.type());
        boolean asItStands = input.body().isTextual() && !content.schema().is(Type.STRING);
        byte[] body = format.isPresent() && !asItStands
                ? format.get().format().write(input.body(), content.schema())
                : input.body().asText().getBytes(StandardCharsets.UTF_8);
        Headers headers = request.headers().with("Content-Type", content.type().toString());
        return new HttpRequest(request.method(), request.path(), request.query(), headers, body);
    }

    /**
     * Whether a request can be sent as it is: header fields hold visible ASCII only, and the client sets some itself.
     */
    static boolean isSendable(Input input) {
        return input.arguments().stream()
                .filter(given ->
                        given.parameter().in() == In.HEADER || given.parameter().in() == In.COOKIE)
                .allMatch(given -> ParameterWriter.plain(given.parameter(), given.value())
                        .matches("[\\x21-\\x7E]([\\x20-\\x7E]*[\\x21-\\x7E])?"));
    }
}
