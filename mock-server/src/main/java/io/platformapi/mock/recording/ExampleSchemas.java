package io.platformapi.mock.recording;

import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.schema.Schema;
import io.platformapi.mock.recording.UsedApi.Call;
import java.util.List;
import java.util.Optional;

/** The schemas of the places where examples stand; header fields are no part of what makes exchanges alike. */
final class ExampleSchemas {

    private ExampleSchemas() {}

    static Optional<Schema> of(Contract contract, Call call, ExamplePlace place) {
        return contract.operations().stream()
                .filter(each ->
                        each.path().text().equals(call.path()) && each.method().equals(call.method()))
                .findFirst()
                .flatMap(operation -> of(operation, place));
    }

    private static Optional<Schema> of(Operation operation, ExamplePlace place) {
        return switch (place.part()) {
            case PARAMETER ->
                In.ofParameter(place.key())
                        .flatMap(in -> operation.parameter(in, place.name()))
                        .map(Parameter::schema);
            case BODY -> operation.body().flatMap(body -> of(body.contents(), place.name()));
            case ANSWER ->
                operation
                        .response(Integer.parseInt(place.key()))
                        .flatMap(response -> of(response.contents(), place.name()));
            case HEADER -> Optional.empty();
        };
    }

    private static Optional<Schema> of(List<Content> contents, String type) {
        return contents.stream()
                .filter(content -> content.type().toString().equals(type))
                .findFirst()
                .map(Content::schema);
    }
}
