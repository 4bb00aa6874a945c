package io.platformapi.contract.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.body.ParameterWriter;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.UnwritableValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A documented request of an operation as a command to paste.
 *
 * @param contract the contract
 * @param operation the operation
 * @param example the name of the example; empty for the values that have no name
 */
record SampleCall(Contract contract, Operation operation, String example) {

    /** The command for an address; empty where the document does not show all that the request needs. */
    Optional<String> curl(String address, Credential credential) {
        Optional<String> path = path();
        Optional<String> data = data();
        boolean lacks = operation.parameters().stream().anyMatch(this::isMissing)
                || operation.body().filter(body -> body.required()).isPresent() && data.isEmpty();
        if (path.isEmpty() || lacks) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of("curl"));
        String implied = data.isPresent() ? "POST" : "GET";
        if (!operation.method().equals(implied)) {
            words.add(operation.method().equals("HEAD") ? "-I" : "-X " + operation.method());
        }
        words.add(quoted(address + path.get() + query(credential)));
        words.addAll(credential.options(contract, operation));
        shown(
                        In.HEADER,
                        (parameter, value) ->
                                List.of(parameter.name() + ": " + ParameterWriter.plain(parameter, value)))
                .forEach(field -> words.add("-H " + quoted(field)));
        data.ifPresent(words::add);
        return Optional.of(String.join(" ", words));
    }

    private boolean isMissing(Parameter parameter) {
        return parameter.required() && value(parameter).isEmpty();
    }

    private Optional<JsonNode> value(Parameter parameter) {
        return Optional.ofNullable(parameter.examples().get(example))
                .or(() -> Optional.ofNullable(parameter.examples().get("")))
                .map(Example::value)
                .filter(value -> !value.isMissingNode());
    }

    private Optional<String> path() {
        String path = operation.path().text();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in() == In.PATH) {
                Optional<JsonNode> value = value(parameter);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                path = path.replace("{" + parameter.name() + "}", ParameterWriter.inPath(parameter, value.get()));
            }
        }
        return path.contains("{") ? Optional.empty() : Optional.of(path);
    }

    private String query(Credential credential) {
        List<String> pairs = new ArrayList<>(shown(In.QUERY, ParameterWriter::inQuery));
        pairs.addAll(credential.pairs(contract, operation));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    /** How a parameter is spelled. */
    private interface Spelled {
        List<String> as(Parameter parameter, JsonNode value);
    }

    private List<String> shown(In place, Spelled spelled) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.in() == place)
                .flatMap(parameter -> value(parameter).map(value -> spelled.as(parameter, value)).stream())
                .flatMap(List::stream)
                .toList();
    }

    private Optional<String> data() {
        return operation
                .body()
                .flatMap(body -> body.contents().stream()
                        .filter(content -> content.examples().containsKey(example))
                        .findFirst()
                        .flatMap(content -> Optional.ofNullable(
                                        content.examples().get(example))
                                .flatMap(shown -> data(content, shown.value()))));
    }

    private Optional<String> data(Content content, JsonNode value) {
        if (value.isMissingNode()
                || content.type().isRange()
                || !contract.dialect().bodies().spells(content)) {
            return Optional.empty();
        }
        try {
            var body = contract.dialect().bodies().write(content, value);
            return Optional.of("-H " + quoted("Content-Type: " + body.type()) + " --data-binary "
                    + quoted(new String(body.bytes(), StandardCharsets.UTF_8)));
        } catch (UnwritableValue e) {
            return Optional.empty();
        }
    }

    /** A text as one word of a shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
