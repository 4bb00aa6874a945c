package io.platformapi.verify.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.Operation;
import io.platformapi.contract.format.FormatTable;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.schema.Schema;
import java.util.Optional;

/** Recognises an answer that a document shows word for word. */
final class DocumentedAnswer {

    private DocumentedAnswer() {}

    /**
     * The example that an answer is; of any type of its response, for a value may be shown in one and sent in another.
     */
    static Optional<Example> of(Operation operation, HttpResponse answer, FormatTable formats) {
        return operation.response(answer.status()).stream()
                .flatMap(response -> response.contents().stream())
                .flatMap(content -> content.examples().values().stream()
                        .filter(example -> isSame(example.value(), content, answer, formats)))
                .findFirst();
    }

    private static boolean isSame(JsonNode example, Content content, HttpResponse answer, FormatTable formats) {
        if (example.isTextual() && example.asText().strip().equals(answer.text().strip())) {
            return true;
        }
        return read(content.schema(), answer, formats)
                .filter(value -> value.equals(DocumentedAnswer::compare, example))
                .isPresent();
    }

    private static Optional<JsonNode> read(Schema schema, HttpResponse answer, FormatTable formats) {
        try {
            Optional<FormatTable.Entry> entry = answer.contentType().flatMap(formats::of);
            return entry.isEmpty()
                    ? Optional.empty()
                    : Optional.of(entry.get().format().read(answer.body(), schema, Reading.RESPONSE));
        } catch (MalformedBody e) {
            return Optional.empty();
        }
    }

    /** Numbers by what they are worth, everything else as it is. */
    private static int compare(JsonNode one, JsonNode other) {
        boolean numbers = one.isNumber() && other.isNumber();
        return numbers ? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;
    }
}
