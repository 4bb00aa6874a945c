package io.platformapi.compat;

import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import java.util.List;
import java.util.Optional;

/** Compares the body of an operation's requests with its successor's. */
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
                    OperationComparison.breaking(Change.BODY_REMOVED.id(flow), before, "The body is gone.")
                            .provedBy(List.of(new Evidence("witness", "any " + before.method() + " with a body"))),
                    MessagePart.BODY,
                    old.get().node(),
                    after.node().member("requestBody"));
        }
    }

    private void added(Operation operation, RequestBody fresh) {
        Node nowhere = operation.node().member("requestBody");
        if (fresh.required()) {
            required(operation, nowhere, fresh, "A body is now required.");
        } else {
            comparison.report(
                    OperationComparison.note(Change.BODY_ADDED.id(flow), operation, "An optional body is new."),
                    MessagePart.BODY,
                    nowhere,
                    fresh.node());
        }
    }

    private void required(Operation operation, Node before, RequestBody fresh, String message) {
        comparison.report(
                OperationComparison.breaking(Change.BODY_REQUIRED.id(flow), operation, message)
                        .provedBy(List.of(new Evidence("witness", "any " + operation.method() + " without a body"))),
                MessagePart.BODY,
                before,
                fresh.node());
    }

    private void compare(Operation operation, RequestBody old, RequestBody fresh) {
        if (fresh.required() && !old.required()) {
            required(operation, old.node(), fresh, "The body is now required.");
        }
        if (old.required() && !fresh.required()) {
            comparison.report(
                    OperationComparison.note(Change.BODY_OPTIONAL.id(flow), operation, "The body may be left out."),
                    MessagePart.BODY,
                    old.node(),
                    fresh.node());
        }
        for (Content content : old.contents()) {
            Optional<Content> successor = MediaTypes.understanding(fresh.contents(), content.type());
            if (successor.isEmpty()) {
                mediaTypeRemoved(operation, content, fresh);
            } else {
                compare(operation, content, successor.get());
            }
        }
        MediaTypes.beyond(fresh.contents(), old.contents())
                .forEach(each -> comparison.report(
                        OperationComparison.note(
                                Change.MEDIA_TYPE_ADDED.id(flow),
                                operation,
                                "The body may now be " + each.type() + "."),
                        MessagePart.name(each),
                        old.node(),
                        each.node()));
    }

    private void mediaTypeRemoved(Operation operation, Content content, RequestBody fresh) {
        comparison.report(
                OperationComparison.breaking(
                                Change.MEDIA_TYPE_REMOVED.id(flow),
                                operation,
                                "The body may no longer be " + content.type() + ".")
                        .provedBy(List.of(new Evidence("witness", "Content-Type: " + example(content.type())))),
                MessagePart.name(content),
                content.node(),
                fresh.node().member("content"));
    }

    private static String example(MediaType type) {
        return type.toString();
    }

    private void compare(Operation operation, Content old, Content fresh) {
        Comparison.Part part = new Comparison.Part(flow, operation.toString(), MessagePart.name(old), Wire.TYPED);
        comparison.schemas(part, old.schema().written(), fresh.schema().written());
        comparison.xml().compare(part, old, fresh);
    }
}
