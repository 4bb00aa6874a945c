package io.platformapi.contract;

import io.platformapi.contract.source.Kept;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation: a method on a path.
 *
 * @param id its {@code operationId}, or method and path where it has none
 * @param method the method in upper case
 * @param path the path it is served at
 * @param tags its tags
 * @param summary one line about it; empty where there is none
 * @param deprecated whether clients should stop calling it
 * @param parameters its parameters, those of the path included
 * @param requestBody its request body; null where it has none
 * @param responses its responses by key, in the order of the document
 * @param security the sufficient sets of credentials, any one of which will do; none where everybody may call it
 * @param servers the addresses it is served at
 * @param callbacks the operations it calls at the client's, by name and expression
 * @param node where it is written
 * @param kept what is worked out from it once, rather than with each request
 */
public record Operation(
        String id,
        String method,
        PathTemplate path,
        List<String> tags,
        String summary,
        boolean deprecated,
        List<Parameter> parameters,
        @Nullable RequestBody requestBody,
        Map<String, Response> responses,
        List<SecurityRequirement> security,
        List<Server> servers,
        List<Callback> callbacks,
        Node node,
        Kept kept) {

    /**
     * A request that the server sends to the client.
     *
     * @param name the callback's name
     * @param operation what is called; its path is a runtime expression
     */
    public record Callback(String name, Operation operation) {}

    /** The request body, if there is one. */
    public Optional<RequestBody> body() {
        return Optional.ofNullable(requestBody);
    }

    /** Every body that requests and answers may have. */
    public Stream<Content> contents() {
        return Stream.concat(
                body().stream().flatMap(body -> body.contents().stream()),
                responses.values().stream().flatMap(response -> response.contents().stream()));
    }

    /** The response documented for a status: by itself, else by its range, else the default. */
    public Optional<Response> response(int status) {
        String range = status / 100 + "XX";
        return Optional.ofNullable(responses.get(String.valueOf(status)))
                .or(() -> Optional.ofNullable(responses.get(range)))
                .or(() -> Optional.ofNullable(responses.get(range.toLowerCase(Locale.ROOT))))
                .or(() -> Optional.ofNullable(responses.get("default")));
    }

    /** The parameter of a name at a place; header names regardless of case. */
    public Optional<Parameter> parameter(In in, String name) {
        for (Parameter parameter : parameters) {
            boolean same = in == In.HEADER
                    ? parameter.name().equalsIgnoreCase(name)
                    : parameter.name().equals(name);
            if (same && parameter.in() == in) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /** {@code GET /pets/{petId}}. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
