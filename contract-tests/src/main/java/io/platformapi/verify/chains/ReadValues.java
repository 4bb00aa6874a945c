package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.checks.Exchange;
import java.util.Optional;

/** Reads what requests and answers hold; missing where there is nothing, or nothing that can be read. */
final class ReadValues {

    private final Bodies bodies;

    ReadValues(Bodies bodies) {
        this.bodies = bodies;
    }

    JsonNode sent(Exchange exchange) {
        return sent(exchange.asked());
    }

    JsonNode sent(Case asked) {
        HttpRequest request = asked.request();
        Optional<Content> content = asked.answering()
                .flatMap(Operation::body)
                .map(RequestBody::contents)
                .flatMap(contents -> request.contentType()
                        .flatMap(type -> contents.stream()
                                .filter(one -> one.type().includes(type))
                                .findFirst()));
        return content.map(one -> read(one, request.contentType().orElseThrow(), request.body(), Reading.REQUEST))
                .orElse(MissingNode.getInstance());
    }

    JsonNode answered(Exchange exchange) {
        HttpResponse answer = exchange.answer();
        Optional<Content> content = exchange.asked()
                .answering()
                .flatMap(operation -> operation.response(answer.status()))
                .flatMap(response -> answer.contentType().flatMap(type -> bodies.content(response, type)));
        return content.map(one -> read(one, answer.contentType().orElseThrow(), answer.body(), Reading.RESPONSE))
                .orElse(MissingNode.getInstance());
    }

    private JsonNode read(Content content, MediaType type, byte[] bytes, Reading reading) {
        try {
            return bytes.length > 0 && bodies.decodes(content, type)
                    ? bodies.read(content, new TypedBody(type, bytes), reading)
                            .only()
                            .orElse(MissingNode.getInstance())
                    : MissingNode.getInstance();
        } catch (MalformedBody e) {
            return MissingNode.getInstance(); // the check of bodies tells it
        }
    }
}
