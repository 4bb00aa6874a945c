package io.platformapi.compat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.http.MediaType;
import io.platformapi.verify.cases.Wish;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of requests, by the name that findings give it: a parameter, the body, or the body in one type.
 *
 * @param type the type of the body; empty where it is no body, or any
 */
record MessagePart(String name, In in, String parameter, Optional<MediaType> type) {

    static final String BODY = "body";

    /** The name of a parameter. */
    static String name(Parameter parameter) {
        return parameter.in().keyword() + " parameter " + parameter.name();
    }

    /** The name of the body in one type. */
    static String name(Content content) {
        return BODY + " (" + content.type() + ")";
    }

    /** The part of an operation's requests that a place is in; empty where it is in none. */
    static Optional<MessagePart> at(Operation operation, String place) {
        List<Content> contents = operation.body().map(RequestBody::contents).orElse(List.of());
        return Stream.of(
                        operation.parameters().stream()
                                .map(each -> new MessagePart(name(each), each.in(), each.name(), Optional.empty())),
                        contents.stream()
                                .map(each -> new MessagePart(name(each), In.BODY, "", Optional.of(each.type()))),
                        operation.body().stream().map(each -> new MessagePart(BODY, In.BODY, "", Optional.empty())))
                .flatMap(parts -> parts)
                .filter(part -> place.equals(part.name()) || place.startsWith(part.name() + " "))
                .max(Comparator.comparing(part -> part.name().length()));
    }

    /** What is to be wished for, so that a request shows a break of this part. */
    Optional<Wish> wish(Trial trial, Optional<JsonNode> witness) {
        return switch (trial) {
            case VALUE -> witness.flatMap(this::valued);
            case WITHOUT -> Optional.of(in == In.BODY ? new Wish.NoBody() : new Wish.Without(in, parameter));
            case GIVEN -> Optional.of(in == In.BODY ? new Wish.AnyBody() : new Wish.Given(in, parameter));
            case TYPE -> type.map(Wish.BodyOf::new);
            case ANY, STRANGER -> Optional.of(new Wish.Anything());
            case NONE -> Optional.empty();
        };
    }

    private Optional<Wish> valued(JsonNode witness) {
        return in == In.BODY
                ? type.map(each -> new Wish.Body(each, witness))
                : Optional.of(new Wish.Argument(in, parameter, witness));
    }
}
