package io.platformapi.mock.call;

import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.RequestBody;
import java.util.Optional;

/**
 * A request that an API sends by itself: a callback of one of its operations, or a webhook.
 *
 * @param id what tells it from all others: its {@code operationId}, or where it has none, its name behind that of its
 *     operation
 * @param name the name that the document gives it
 * @param of the id of the operation that leads to it; empty for a webhook
 * @param operation what is called; the path of a callback is an address with expressions
 */
public record ApiCall(String id, String name, Optional<String> of, Operation operation) {

    /** Where it goes, as the document says; empty where whoever wants it has to say so. */
    public Optional<String> address() {
        return of.map(any -> operation.path().text());
    }

    /**
     * The operation at the root of wherever it is called. Its body is there: that it may be left out says what who is
     * called has to bear, and an event without its values is of no use to anybody.
     */
    Operation rooted() {
        return new Operation(
                operation.id(),
                operation.method(),
                PathTemplate.of("/"),
                operation.tags(),
                operation.summary(),
                operation.deprecated(),
                operation.parameters(),
                operation
                        .body()
                        .filter(body -> !body.contents().isEmpty())
                        .map(body -> new RequestBody(true, body.contents(), body.node()))
                        .orElse(null),
                operation.responses(),
                operation.security(),
                operation.servers(),
                operation.callbacks(),
                operation.node(),
                operation.kept());
    }

    /** {@code callback onEvent of subscribe} or {@code webhook newPet}. */
    @Override
    public String toString() {
        return of.map(owner -> "callback " + name + " of " + owner).orElse("webhook " + name);
    }
}
