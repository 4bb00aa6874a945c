package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.body.ParameterWriter;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spells the values of a request as its operation documents them. */
final class RequestWriter {

    /** The types by which a range of texts or bytes is tried. */
    private static final List<MediaType> TEXTS = List.of(
            MediaType.of("application/octet-stream"), MediaType.of("text/plain"), MediaType.of("application/json"));

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    /** A path variable that the document does not declare may be anything. */
    private static final String ANYTHING = "1";

    private final Dialect dialect;
    private final Credentials credentials;
    private final FixedValues fixed;

    /**
     * A writer.
     *
     * @param dialect how bodies are spelled
     * @param credentials what every request gets; parameters do not take their place
     * @param fixed what an operation's requests get beside it
     */
    RequestWriter(Dialect dialect, Credentials credentials, FixedValues fixed) {
        this.fixed = fixed;
        this.dialect = dialect;
        this.credentials = credentials;
    }

    /** What a body can be sent as, in the order of the document; a range by one of the types it takes in. */
    List<Content> writable(RequestBody body) {
        return body.contents().stream()
                .flatMap(content -> concrete(content).stream())
                .filter(content -> spells(content) || !texts(content).isEmpty())
                .toList();
    }

    private static Optional<Content> concrete(Content content) {
        if (!content.type().isRange()) {
            return Optional.of(content);
        }
        Optional<MediaType> usual = content.schema().is(Type.STRING)
                ? TEXTS.stream().filter(content.type()::includes).findFirst()
                : Bodies.structured(content.type()).findFirst();
        return usual.map(content::as);
    }

    /** Whether any value can be written; otherwise only what the document shows as a text can be sent. */
    boolean spells(Content content) {
        return dialect.bodies().spells(content);
    }

    /** The examples that are the body as it stands, such as one in XML, by name. */
    static Map<String, JsonNode> texts(Content content) {
        Map<String, JsonNode> texts = new LinkedHashMap<>();
        content.examples().forEach((name, example) -> {
            if (example.value().isTextual()) {
                texts.put(name, example.value());
            }
        });
        return texts;
    }

    /** The request; empty if header fields or the body's type cannot hold its values, or the path leads elsewhere. */
    Optional<HttpRequest> request(RequestValues input) {
        try {
            return isSendable(input) ? Optional.of(credentials.in(written(bodiless(input), input))) : Optional.empty();
        } catch (UnwritableValue e) {
            return Optional.empty();
        }
    }

    private HttpRequest bodiless(RequestValues input) {
        List<String> query = new ArrayList<>();
        List<String> cookies = new ArrayList<>();
        Headers usual = fixed.headers(input.operation(), credentials.headers());
        Headers headers = usual;
        for (RequestValues.Argument given : input.arguments()) {
            String name = given.parameter().name();
            switch (given.parameter().in()) {
                case PATH -> {}
                case QUERY -> query.addAll(ParameterWriter.inQuery(given.parameter(), given.value()));
                case QUERYSTRING ->
                    query.add(dialect.bodies().writtenQuery(given.parameter().body(), given.value()));
                case COOKIE -> cookies.addAll(ParameterWriter.inCookies(given.parameter(), given.value()));
                default ->
                    headers = usual.has(name)
                            ? headers
                            : headers.with(name, ParameterWriter.plain(given.parameter(), given.value()));
            }
        }
        String path = path(input);
        if (!cookies.isEmpty()) {
            headers = headers.and("Cookie", String.join("; ", cookies));
        }
        String target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return HttpRequest.of(input.operation().method(), target, headers);
    }

    private static String path(RequestValues input) {
        Map<String, String> values = new LinkedHashMap<>();
        for (RequestValues.Argument given : input.arguments()) {
            if (given.parameter().in() == In.PATH) {
                values.put(given.parameter().name(), ParameterWriter.inPath(given.parameter(), given.value()));
            }
        }
        String template = input.operation().path().text();
        StringBuilder path = new StringBuilder();
        int end = 0;
        Matcher variable = VARIABLE.matcher(template);
        while (variable.find()) {
            path.append(Segments.sendable(template.substring(end, variable.start())));
            path.append(values.getOrDefault(variable.group(1), ANYTHING));
            end = variable.end();
        }
        return path.append(Segments.sendable(template.substring(end))).toString();
    }

    private HttpRequest written(HttpRequest request, RequestValues input) {
        Content content = input.content();
        if (content == null || !input.hasBody()) {
            return request;
        }
        return request.with(dialect.bodies().write(content, input.body()));
    }

    /** Whether a request can be sent as it is, and leads to the operation then. */
    private static boolean isSendable(RequestValues input) {
        return input.arguments().stream().allMatch(given -> isSendable(given.parameter(), given.value()));
    }

    /** Whether a value arrives as it is: header fields hold visible ASCII only, and some values lead a path astray. */
    static boolean isSendable(Parameter parameter, JsonNode value) {
        return switch (parameter.in()) {
            case PATH -> Segments.isOne(ParameterWriter.inPath(parameter, value));
            case COOKIE ->
                ParameterWriter.inCookies(parameter, value).stream()
                        .allMatch(cookie -> cookie.matches(
                                "[\\x21-\\x7E]+=[\\x21-\\x7E&&[^;]]([\\x20-\\x7E&&[^;]]*[\\x21-\\x7E&&[^;]])?"));
            case HEADER ->
                ParameterWriter.plain(parameter, value).matches("[\\x21-\\x7E]([\\x20-\\x7E]*[\\x21-\\x7E])?");
            default -> true;
        };
    }
}
