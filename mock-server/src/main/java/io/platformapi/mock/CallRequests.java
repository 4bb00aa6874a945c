package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.mock.call.ApiCall;
import io.platformapi.mock.call.ApiCalls;
import io.platformapi.mock.call.CallMessage;
import io.platformapi.mock.call.Destination;
import io.platformapi.mock.stub.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What of the administration is about callbacks and webhooks. Its arguments have been checked by the document. */
final class CallRequests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiCaller caller;
    private final Function<JsonNode, Session> sessions;

    /** @param sessions the session that a request concerns */
    CallRequests(ApiCaller caller, Function<JsonNode, Session> sessions) {
        this.caller = caller;
        this.sessions = sessions;
    }

    /** Each by the id of its operation. */
    Map<String, Function<JsonNode, Answer<JsonNode>>> byOperationId() {
        return Map.of("listCalls", any -> Answer.of(listed()), "sendCall", this::send);
    }

    private JsonNode listed() {
        ArrayNode list = JSON.arrayNode();
        caller.calls().all().forEach(call -> list.add(told(call)));
        return list;
    }

    private static ObjectNode told(ApiCall call) {
        ObjectNode told = JSON.objectNode().put("id", call.id()).put("name", call.name());
        call.of().ifPresent(owner -> told.put("operation", owner));
        call.address().ifPresent(address -> told.put("address", address));
        told.put("method", call.operation().method())
                .put("summary", call.operation().summary());
        ArrayNode examples = told.putArray("examples");
        ApiCalls.examples(call).forEach(examples::add);
        return told;
    }

    private Answer<JsonNode> send(JsonNode asked) {
        JsonNode body = asked.path("");
        String id = body.path("call").asText();
        Optional<ApiCall> call = caller.calls().call(id);
        if (call.isEmpty()) {
            return AdminCalls.problem(
                    404, "No such call", "The document has no callback or webhook '" + id + "'; --list shows them.");
        }
        Destination destination = Destination.of(body.path("url").asText());
        if (destination instanceof Destination.Unknown unknown) {
            return AdminCalls.problem(422, "No such address", "Nothing is sent: " + unknown.reason() + ".");
        }
        URI address = ((Destination.Known) destination).address();
        return caller.objection(address)
                .map(reason -> AdminCalls.problem(403, "Not this machine", "Nothing is sent: " + reason + "."))
                .orElseGet(() -> send(call.get(), address, asked));
    }

    private Answer<JsonNode> send(ApiCall call, URI address, JsonNode asked) {
        JsonNode wanted = asked.path("").path("example");
        Optional<String> example = wanted.isTextual() ? Optional.of(wanted.asText()) : Optional.empty();
        Optional<CallMessage> message = caller.prepared(call, example);
        if (message.isEmpty()) {
            return AdminCalls.problem(409, "Nothing to send", unsendable(call, example));
        }
        caller.send(message.get(), address, sessions.apply(asked));
        ObjectNode told = JSON.objectNode()
                .put("method", message.get().request().method())
                .put("url", address.toString())
                .put("body", new String(message.get().request().body(), StandardCharsets.UTF_8));
        return Answer.of(202, told);
    }

    private static String unsendable(ApiCall call, Optional<String> example) {
        String names = String.join(", ", ApiCalls.examples(call));
        return example.map(name -> "The " + call + " has no example '" + name + "' that is a whole request. "
                        + (names.isEmpty() ? "It has none." : "It has " + names + "."))
                .orElse("Nothing is sent: " + ApiCaller.NOTHING + ".");
    }
}
