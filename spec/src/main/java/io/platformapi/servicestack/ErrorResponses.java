package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.MessageFormats;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import java.util.List;

/**
 * Failures as the platform writes them: {@code ErrorResponse { ResponseStatus { … } }}, in the format asked for, or in
 * JSON where that cannot be told. Code and message are those of the first error, except that values nobody can read
 * come before all others.
 */
final class ErrorResponses {

    private static final MediaType JSON = MediaType.of("application/json");

    private final Negotiation negotiation;

    ErrorResponses(Negotiation negotiation) {
        this.negotiation = negotiation;
    }

    HttpResponse answer(Contract contract, Refusal refusal, Route route, HttpRequest request) {
        Schema schema = contract.schema("ErrorResponse")
                .orElseThrow(() -> contract.document()
                        .unreadable("a document of the platform has components.schemas.ErrorResponse"));
        MediaType type = negotiation.answerType(route, request).orElse(JSON);
        MessageFormats.Entry entry = negotiation.formats().of(type).orElseThrow();
        Headers headers = Headers.of("Content-Type", type.essence()).and(refusal.headers());
        return new HttpResponse(
                ErrorCodes.status(refusal.kind()),
                headers,
                entry.format().write(tree(refusal, ServiceStackDialect.requestType(route)), schema));
    }

    private static ObjectNode tree(Refusal refusal, String requestType) {
        List<ErrorCodes.Error> errors = ErrorCodes.of(refusal, requestType);
        ErrorCodes.Error first = ErrorCodes.outer(errors, refusal, requestType);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode status = document.putObject("ResponseStatus");
        status.put("ErrorCode", first.code());
        status.put("Message", Printable.of(first.message()));
        status.putNull("StackTrace");
        ArrayNode list = status.putArray("Errors");
        errors.stream().filter(error -> !error.field().isEmpty()).forEach(error -> list.add(tree(error)));
        status.putNull("Meta");
        return document;
    }

    private static ObjectNode tree(ErrorCodes.Error error) {
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("ErrorCode", error.code())
                .put("FieldName", error.field())
                .put("Message", Printable.of(error.message()))
                .putNull("Meta");
        if (!error.meta().isEmpty()) {
            ObjectNode meta = tree.putObject("Meta");
            error.meta().forEach((name, value) -> meta.put(name, Printable.of(value)));
        }
        return tree;
    }
}
