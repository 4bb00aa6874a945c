package io.platformapi.verify.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.Operation;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.body.Body;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises an answer that a document shows word for word. */
final class DocumentedAnswer {

    private DocumentedAnswer() {}

    /**
     * The example that an answer is; of any type of its response, for a value may be shown in one and sent in another.
     */
    static Optional<Example> of(Operation operation, HttpResponse answer, Bodies bodies) {
        return operation.response(answer.status()).stream()
                .flatMap(response -> response.contents().stream())
                .flatMap(content -> content.examples().values().stream()
                        .filter(example -> isSame(example.value(), content, answer, bodies)))
                .findFirst();
    }

    private static boolean isSame(JsonNode example, Content content, HttpResponse answer, Bodies bodies) {
        if (example.isTextual() && example.asText().strip().equals(answer.text().strip())) {
            return true;
        }
        return values(content, answer, bodies).anyMatch(value -> value.equals(DocumentedAnswer::compare, example));
    }

    /** What the answer holds, and each line of it. */
    private static Stream<JsonNode> values(Content content, HttpResponse answer, Bodies bodies) {
        MediaType type = answer.contentType().orElse(content.type());
        try {
            return bodies.decodes(content, type)
                    ? bodies.read(content, new TypedBody(type, answer.body()), Reading.RESPONSE).values().stream()
                            .map(Body.Value::value)
                    : Stream.empty();
        } catch (MalformedBody e) {
            return Stream.empty();
        }
    }

    /** Numbers by what they are worth, everything else as it is. */
    private static int compare(JsonNode one, JsonNode other) {
        boolean numbers = one.isNumber() && other.isNumber();
        return numbers ? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;
    }
}
