package io.platformapi.mock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Operation;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.mock.stub.Answer;
import io.platformapi.mock.stub.Stub;
import io.platformapi.model.WireMapper;
import java.util.Map;
import java.util.Optional;

/** Calls the stub of an operation with the record that its request makes. */
final class StubCalls {

    private final Map<String, Stub<?, ?>> stubs;
    private final JsonMapper mapper = WireMapper.create();

    StubCalls(Map<String, Stub<?, ?>> stubs) {
        this.stubs = Map.copyOf(stubs);
    }

    /**
     * A stub's answer as a tree.
     *
     * @param status the status to answer with
     * @param value the body and the header fields
     */
    record Reply(int status, Choice.Given value) {}

    /** What the operation's stub says; empty if there is none, or if it leaves the answer to the document. */
    Optional<Reply> call(Operation operation, BoundRequest request) {
        Stub<?, ?> stub = stubs.get(operation.id());
        if (stub == null) {
            return Optional.empty();
        }
        Answer<?> answer = stub.answer(message(request, stub.requestType()));
        return answer instanceof Answer.Value<?> value
                ? Optional.of(
                        new Reply(value.status(), new Choice.Given(mapper.valueToTree(value.body()), value.headers())))
                : Optional.empty();
    }

    private Object message(BoundRequest request, Class<?> type) {
        try {
            return mapper.treeToValue(request.withDefaults().message(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was checked is a " + type.getSimpleName(), e);
        }
    }
}
