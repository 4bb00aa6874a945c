package io.platformapi.contract.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.body.ParameterWriter;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.page.SampleRequest.Field;
import io.platformapi.contract.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request of an operation as the document shows it, and where it does not, perhaps as made up.
 *
 * @param contract the contract
 * @param operation the operation
 * @param example the name of the example; empty for the values that have no name
 * @param maker makes up what is required and not shown; empty for nothing
 */
record SampleCall(Contract contract, Operation operation, String example, Optional<Sampler> maker) {

    /** The request; empty where there is not all that it needs. */
    Optional<SampleRequest> request(Credential credential) {
        Optional<String> path = path();
        Optional<SampleRequest.Body> body = body();
        boolean lacks = operation.parameters().stream().anyMatch(this::isMissing)
                || operation.body().filter(RequestBody::required).isPresent() && body.isEmpty();
        return path.filter(any -> !lacks)
                .map(shown -> new SampleRequest(
                        example,
                        maker.isPresent(),
                        operation.method(),
                        shown + query(credential),
                        credential.fields(contract, operation),
                        fields(),
                        body));
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            value(parameter).ifPresent(value -> {
                if (parameter.in() == In.HEADER) {
                    fields.add(Field.of(parameter.name(), ParameterWriter.plain(parameter, value)));
                } else if (parameter.in() == In.COOKIE) {
                    ParameterWriter.inCookies(parameter, value).forEach(pair -> fields.add(Field.ofCookie(pair)));
                }
            });
        }
        return fields;
    }

    private boolean isMissing(Parameter parameter) {
        return parameter.required() && value(parameter).isEmpty();
    }

    private Optional<JsonNode> value(Parameter parameter) {
        return Optional.ofNullable(parameter.examples().get(example))
                .or(() -> Optional.ofNullable(parameter.examples().get("")))
                .map(Example::value)
                .filter(value -> !value.isMissingNode())
                .or(() -> parameter.required() ? made(parameter.schema()) : Optional.empty());
    }

    private Optional<JsonNode> made(Schema schema) {
        return maker.flatMap(any -> any.valid(schema));
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
        List<String> pairs = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in() == In.QUERY) {
                value(parameter).ifPresent(value -> pairs.addAll(ParameterWriter.inQuery(parameter, value)));
            }
        }
        pairs.addAll(credential.pairs(contract, operation));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private Optional<SampleRequest.Body> body() {
        return operation
                .body()
                .flatMap(body -> shown(body)
                        .or(() -> body.contents().stream()
                                .filter(content -> maker.isPresent())
                                .flatMap(content ->
                                        made(content.schema()).flatMap(value -> written(content, value)).stream())
                                .findFirst()));
    }

    private Optional<SampleRequest.Body> shown(RequestBody body) {
        return body.contents().stream()
                .filter(content -> content.examples().containsKey(example))
                .findFirst()
                .flatMap(content -> Optional.ofNullable(content.examples().get(example))
                        .flatMap(shown -> written(content, shown.value())));
    }

    private Optional<SampleRequest.Body> written(Content content, JsonNode value) {
        if (value.isMissingNode()
                || content.type().isRange()
                || !contract.dialect().bodies().spells(content)) {
            return Optional.empty();
        }
        try {
            var body = contract.dialect().bodies().write(content, value);
            return Optional.of(
                    new SampleRequest.Body(body.type().toString(), new String(body.bytes(), StandardCharsets.UTF_8)));
        } catch (UnwritableValue e) {
            return Optional.empty();
        }
    }
}
