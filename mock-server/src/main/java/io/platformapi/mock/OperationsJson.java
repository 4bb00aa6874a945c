package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Example;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.page.Credential;
import io.platformapi.contract.page.SampleRequest;
import io.platformapi.contract.page.ShownOperations;
import io.platformapi.mock.memory.MemoryPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a document says of its operations, as somebody needs it who chooses their answers. Safe for many threads. */
final class OperationsJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Contract contract;
    private final ShownOperations operations;

    OperationsJson(Contract contract) {
        this.contract = contract;
        this.operations = new ShownOperations(contract);
    }

    /** Each operation with the answers that it can be given, and whose they are. */
    JsonNode all(Optional<MemoryPlan> plan) {
        ObjectNode told = JSON.objectNode()
                .put("title", contract.title())
                .put("version", contract.version())
                .put("remembers", plan.isPresent());
        ArrayNode all = told.putArray("operations");
        operations.shown().forEach(operation -> all.add(operation(operation)));
        return told;
    }

    private JsonNode operation(Operation operation) {
        ObjectNode told = JSON.objectNode().put("operationId", operation.id());
        ArrayNode ids = told.putArray("ids");
        operations.ids(operation).forEach(ids::add);
        told.put("method", operation.method())
                .put("path", operation.path().text())
                .put("summary", operation.summary())
                .put("deprecated", operation.deprecated());
        ArrayNode responses = told.putArray("responses");
        operation.responses().values().stream()
                .filter(response -> !response.key().startsWith("1")) // what only comes before an answer
                .forEach(response -> responses.add(response(response)));
        return told;
    }

    private static JsonNode response(Response response) {
        ObjectNode told = JSON.objectNode().put("status", response.key()).put("description", response.description());
        Map<String, String> named = new LinkedHashMap<>();
        response.contents().stream()
                .flatMap(content -> content.examples().values().stream())
                .filter(example -> !example.name().isEmpty())
                .forEach((Example example) -> named.putIfAbsent(example.name(), example.summary()));
        ArrayNode examples = told.putArray("examples");
        named.forEach((name, summary) ->
                examples.add(JSON.objectNode().put("name", name).put("summary", summary)));
        return told;
    }

    /** The requests of an operation that can be sent as they stand. */
    JsonNode samples(Operation operation, Credential credential) {
        ArrayNode samples = JSON.arrayNode();
        List<SampleRequest> requests = operations.samples(operation, credential);
        requests.forEach(request -> samples.add(sample(request)));
        return samples;
    }

    private static JsonNode sample(SampleRequest request) {
        ObjectNode told = JSON.objectNode()
                .put("example", request.example())
                .put("madeUp", request.madeUp())
                .put("method", request.method())
                .put("target", request.target());
        ArrayNode fields = told.putArray("headers");
        request.headers()
                .forEach((name, value) ->
                        fields.add(JSON.objectNode().put("name", name).put("value", value)));
        request.body().ifPresent(body -> told.put("body", body.text()));
        return told;
    }
}
