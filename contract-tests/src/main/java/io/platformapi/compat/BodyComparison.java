package io.platformapi.compat;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.source.Node;
import java.util.Optional;

/**
 * Compares the body of an operation's requests with its successor's. What clients send must still be understood; of
 * what the API sends by itself, they must still get what was promised.
 */
record BodyComparison(Comparison comparison, Flow flow) {

    void compare(Operation before, Operation after) {
        Optional<RequestBody> old = before.body();
        Optional<RequestBody> fresh = after.body();
        if (old.isPresent() && fresh.isPresent()) {
            compare(before, old.get(), fresh.get());
        } else if (fresh.isPresent()) {
            added(before, fresh.get());
        } else if (old.isPresent()) {
            comparison.report(
                    OperationComparison.found(
                            flow.isOfClients() || old.get().required(),
                            Change.BODY_REMOVED.id(flow),
                            before,
                            "The body is gone.",
                            "any " + before.method() + (flow.isOfClients() ? " with a body" : " without a body")),
                    MessagePart.BODY,
                    old.get().node(),
                    after.node().member("requestBody"));
        }
    }

    private void added(Operation operation, RequestBody fresh) {
        Node nowhere = operation.node().member("requestBody");
        if (fresh.required() && flow.isOfClients()) {
            required(operation, nowhere, fresh, "A body is now required.");
        } else {
            comparison.report(
                    OperationComparison.note(
                            Change.BODY_ADDED.id(flow),
                            operation,
                            fresh.required() ? "A body is new." : "An optional body is new."),
                    MessagePart.BODY,
                    nowhere,
                    fresh.node());
        }
    }

    private void required(Operation operation, Node before, RequestBody fresh, String message) {
        comparison.report(
                OperationComparison.found(
                        flow.isBrokenBy(true),
                        Change.BODY_REQUIRED.id(flow),
                        operation,
                        message,
                        "any " + operation.method() + " without a body"),
                MessagePart.BODY,
                before,
                fresh.node());
    }

    private void compare(Operation operation, RequestBody old, RequestBody fresh) {
        if (fresh.required() && !old.required()) {
            required(operation, old.node(), fresh, "The body" + flow.presence(true));
        }
        if (old.required() && !fresh.required()) {
            comparison.report(
                    OperationComparison.found(
                            flow.isBrokenBy(false),
                            Change.BODY_OPTIONAL.id(flow),
                            operation,
                            "The body" + flow.presence(false),
                            "any " + operation.method() + " without a body"),
                    MessagePart.BODY,
                    old.node(),
                    fresh.node());
        }
        if (flow.isOfClients()) {
            sent(operation, old, fresh);
        } else {
            received(operation, old, fresh);
        }
    }

    private void sent(Operation operation, RequestBody old, RequestBody fresh) {
        for (Content content : old.contents()) {
            Optional<Content> successor = MediaTypes.understanding(fresh.contents(), content.type());
            if (successor.isEmpty()) {
                mediaTypeRemoved(operation, content, fresh);
            } else {
                compare(operation, content, successor.get());
            }
        }
        MediaTypes.beyond(fresh.contents(), old.contents())
                .forEach(each -> mediaTypeAdded(operation, Change.MEDIA_TYPE_ADDED.id(flow), old, each));
    }

    /** Whoever is called cannot choose: a type that was not promised may well not be understood. */
    private void received(Operation operation, RequestBody old, RequestBody fresh) {
        for (Content content : fresh.contents()) {
            Optional<Content> promised = MediaTypes.understanding(old.contents(), content.type());
            if (promised.isEmpty()) {
                mediaTypeAdded(operation, Change.MEDIA_TYPE_UNASKED.id(), old, content);
            } else {
                compare(operation, promised.get(), content);
            }
        }
        MediaTypes.beyond(old.contents(), fresh.contents()).forEach(each -> mediaTypeRemoved(operation, each, fresh));
    }

    private void mediaTypeAdded(Operation operation, String id, RequestBody old, Content content) {
        comparison.report(
                OperationComparison.found(
                        !flow.isOfClients(),
                        id,
                        operation,
                        "The body may now be " + content.type() + ".",
                        "Content-Type: " + content.type()),
                MessagePart.name(content),
                old.node(),
                content.node());
    }

    private void mediaTypeRemoved(Operation operation, Content content, RequestBody fresh) {
        comparison.report(
                OperationComparison.found(
                        flow.isOfClients(),
                        Change.MEDIA_TYPE_REMOVED.id(flow),
                        operation,
                        "The body may no longer be " + content.type() + ".",
                        "Content-Type: " + content.type()),
                MessagePart.name(content),
                content.node(),
                fresh.node().member("content"));
    }

    private void compare(Operation operation, Content old, Content fresh) {
        Comparison.Part part = new Comparison.Part(flow, operation.toString(), MessagePart.name(old), Wire.of(old));
        comparison.schemas(part, old.schema().written(), fresh.schema().written());
        comparison.xml().compare(part, old, fresh);
        new EncodingComparison(comparison, flow).compare(operation, part.name(), old, fresh);
    }
}
