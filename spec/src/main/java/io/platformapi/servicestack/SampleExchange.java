package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.Response;
import io.platformapi.contract.body.ParameterWriter;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.RequestExamples;
import io.platformapi.contract.format.MessageFormats;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.page.Markup;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A request of the example world and its answer as they travel, in one format.
 *
 * @param contract the contract
 * @param operation the operation, by POST
 * @param format the format of both
 */
record SampleExchange(Contract contract, Operation operation, MessageFormats.Entry format) {

    private static final MediaType JSON = MediaType.of("application/json");

    List<Markup> pieces() {
        return RequestExamples.names(operation).stream()
                .filter(name -> answer(name).isPresent())
                .findFirst()
                .map(name -> List.of(
                        Markup.element("p", "The following are a sample HTTP request and its response."),
                        shown(request(name)),
                        shown(answer(name).orElseThrow())))
                .orElse(List.of());
    }

    private static Markup shown(String message) {
        return Markup.element("pre", message).with("tabindex", "0");
    }

    private String request(String name) {
        String path = operation.path().text();
        for (Parameter parameter : operation.parameters()) {
            Example value = parameter.examples().get(name);
            if (value != null) {
                path = path.replace("{" + parameter.name() + "}", ParameterWriter.inPath(parameter, value.value()));
            }
        }
        String body = operation
                .body()
                .map(RequestBody::contents)
                .flatMap(contents -> spelled(contents, name))
                .orElse("");
        return "POST " + path + " HTTP/1.1\nHost: 127.0.0.1:4010\nAuthorization: Bearer any\nAccept: " + format.type()
                + "\nContent-Type: " + format.type() + "\nContent-Length: " + length(body) + "\n\n" + body;
    }

    private Optional<String> answer(String name) {
        return operation
                .response(200)
                .map(Response::contents)
                .flatMap(contents -> spelled(contents, name))
                .map(body -> "HTTP/1.1 200 OK\nContent-Type: " + format.type() + "\nContent-Length: " + length(body)
                        + "\n\n" + body);
    }

    private static int length(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The example of a name in the format. */
    private Optional<String> spelled(List<Content> contents, String name) {
        return contents.stream()
                .filter(content -> content.type().equals(JSON))
                .findFirst()
                .flatMap(json ->
                        Optional.ofNullable(json.examples().get(name)).map(example -> written(json, example.value())));
    }

    private String written(Content json, JsonNode value) {
        byte[] bytes =
                contract.dialect().bodies().write(json.as(format.type()), value).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
