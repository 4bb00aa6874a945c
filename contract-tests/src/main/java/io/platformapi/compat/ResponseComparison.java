package io.platformapi.compat;

import io.platformapi.contract.Content;
import io.platformapi.contract.Header;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the responses of an operation with its successor's, status by status; a range or {@code default} stands for
 * the statuses that have no entry of their own.
 */
record ResponseComparison(Comparison comparison, Flow flow) {

    private static final Evidence UNKNOWN_ANSWER =
            new Evidence("undecided because", "no contract says what the API makes of an answer that it does not know");

    void compare(Operation before, Operation after) {
        for (Response fresh : after.responses().values()) {
            Optional<Response> old = like(before.responses(), fresh.key());
            if (old.isPresent()) {
                compare(before, old.get(), fresh);
            } else {
                comparison.report(
                        OperationComparison.note(
                                Change.STATUS_ADDED.id(flow), before, "Status " + fresh.key() + " is new."),
                        fresh.key(),
                        before.node().member("responses").member(fresh.key()),
                        fresh.node());
            }
        }
        for (Response old : before.responses().values()) {
            if (!after.responses().containsKey(old.key())) {
                removed(before, after, old);
                like(after.responses(), old.key()).ifPresent(fresh -> compare(before, old, fresh));
            }
        }
    }

    private static Optional<Response> like(Map<String, Response> responses, String key) {
        String range = key.charAt(0) + "XX";
        return Optional.ofNullable(responses.get(key))
                .or(() -> Optional.ofNullable(responses.get(range)))
                .or(() -> Optional.ofNullable(responses.get(range.toLowerCase(Locale.ROOT))))
                .or(() -> Optional.ofNullable(responses.get("default")));
    }

    private void removed(Operation before, Operation after, Response old) {
        Node nowhere = after.node().member("responses").member(old.key());
        boolean success = old.key().startsWith("2");
        if (!success) {
            boolean missed =
                    flow.isOfClients() && like(after.responses(), old.key()).isEmpty();
            Finding gone = OperationComparison.note(
                    Change.STATUS_REMOVED.id(flow), before, "Status " + old.key() + " is gone.");
            comparison.report(
                    missed ? gone.on(Level.UNDECIDED).provedBy(List.of(UNKNOWN_ANSWER)) : gone,
                    old.key(),
                    old.node(),
                    nowhere);
        } else if (like(after.responses(), old.key()).isEmpty()) {
            comparison.report(
                    OperationComparison.breaking(
                                    Change.SUCCESS_REMOVED.id(flow),
                                    before,
                                    "Status " + old.key() + " is gone, which told clients that all went well.")
                            .provedBy(List.of(new Evidence("witness", "any answer that would have been " + old.key())))
                            .advising("keep answering " + old.key()),
                    old.key(),
                    old.node(),
                    nowhere);
        }
    }

    private String name(Response response) {
        return response.key() + " ";
    }

    private void compare(Operation operation, Response old, Response fresh) {
        for (Content content : fresh.contents()) {
            Optional<Content> promised = MediaTypes.understanding(old.contents(), content.type());
            promised.or(() -> including(old.contents(), content.type()))
                    .ifPresent(known -> compare(operation, fresh, known, content));
            if (promised.isEmpty()) {
                mediaTypeAdded(operation, old, fresh, content);
            }
        }
        for (Content content : old.contents()) {
            if (including(fresh.contents(), content.type()).isEmpty()
                    && MediaTypes.understanding(fresh.contents(), content.type())
                            .isEmpty()) {
                mediaTypeRemoved(operation, old, fresh, content);
            }
        }
        headers(operation, old, fresh);
        new LinkComparison(comparison, flow).compare(operation, name(old), old.node(), fresh.node());
    }

    /** The content whose type is within a range. */
    private static Optional<Content> including(List<Content> contents, MediaType range) {
        return contents.stream()
                .filter(each -> range.isRange() && range.includes(each.type()))
                .findFirst();
    }

    private void compare(Operation operation, Response response, Content old, Content fresh) {
        Comparison.Part part = new Comparison.Part(
                flow, operation.toString(), name(response) + "body (" + fresh.type() + ")", Wire.of(fresh));
        comparison.schemas(part, old.schema().written(), fresh.schema().written());
        comparison.xml().compare(part, old, fresh);
        new EncodingComparison(comparison, flow).compare(operation, part.name(), old, fresh);
    }

    private void mediaTypeAdded(Operation operation, Response old, Response fresh, Content content) {
        comparison.report(
                OperationComparison.note(
                        Change.MEDIA_TYPE_ADDED.id(flow),
                        operation,
                        name(fresh) + "may now be " + content.type() + "."),
                name(fresh) + content.type(),
                old.node().member("content"),
                content.node());
    }

    private void mediaTypeRemoved(Operation operation, Response old, Response fresh, Content content) {
        comparison.report(
                OperationComparison.breaking(
                                Change.MEDIA_TYPE_REMOVED.id(flow),
                                operation,
                                name(old) + "is no longer sent as " + content.type() + ".")
                        .provedBy(List.of(new Evidence("witness", "Accept: " + content.type()))),
                name(old) + content.type(),
                content.node(),
                fresh.node().member("content"));
    }

    private void headers(Operation operation, Response old, Response fresh) {
        new SideBySide<>(byName(old), byName(fresh))
                .each(
                        header -> headerRemoved(operation, old, fresh, header),
                        (was, is) -> compare(operation, old, was, is),
                        header -> headerAdded(operation, old, fresh, header));
    }

    /** Those that count: {@code Content-Type} is said by the content (OpenAPI 3.1, section 4.8.17). */
    private static Map<String, Header> byName(Response response) {
        Map<String, Header> headers = new LinkedHashMap<>();
        response.headers().values().forEach(each -> headers.put(each.name().toLowerCase(Locale.ROOT), each));
        headers.remove("content-type");
        return headers;
    }

    private void headerAdded(Operation operation, Response old, Response fresh, Header header) {
        boolean missed = header.required() && flow.isOfClients();
        comparison.report(
                OperationComparison.found(
                        missed,
                        (missed ? Change.HEADER_KEPT : Change.HEADER_ADDED).id(flow),
                        operation,
                        name(fresh) + "header " + header.name() + (missed ? " is new and required." : " is new."),
                        "an answer without " + header.name()),
                name(fresh) + "header " + header.name(),
                old.node(),
                header.node());
    }

    private void headerRemoved(Operation operation, Response old, Response fresh, Header header) {
        comparison.report(
                OperationComparison.found(
                        !flow.isOfClients(),
                        Change.HEADER_REMOVED.id(flow),
                        operation,
                        name(old) + "header " + header.name() + " is gone.",
                        "an answer without " + header.name()),
                name(old) + "header " + header.name(),
                header.node(),
                fresh.node().member("headers").member(header.name()));
    }

    private void compare(Operation operation, Response response, Header old, Header fresh) {
        String name = name(response) + "header " + old.name();
        if (old.required() != fresh.required()) {
            boolean required = fresh.required();
            comparison.report(
                    OperationComparison.found(
                            flow.isBrokenBy(required),
                            (required ? Change.HEADER_KEPT : Change.HEADER_OPTIONAL).id(flow),
                            operation,
                            name + flow.presence(required),
                            "an answer without " + old.name()),
                    name,
                    old.node(),
                    fresh.node());
        }
        spelling(operation, name, old, fresh);
        comparison.schemas(
                new Comparison.Part(flow, operation.toString(), name, Wire.of(old.asParameter())),
                old.schema().written(),
                fresh.schema().written());
    }

    private void spelling(Operation operation, String name, Header old, Header fresh) {
        String type = ParameterComparison.type(old.asParameter());
        String now = ParameterComparison.type(fresh.asParameter());
        String was = ParameterForms.of(old.asParameter());
        String is = ParameterForms.of(fresh.asParameter());
        if ((!type.equals(now) || old.explode() != fresh.explode()) && !was.equals(is)) {
            String said = type.equals(now)
                    ? ": `explode` was " + old.explode() + " and is " + fresh.explode() + "."
                    : ": `content` was " + type + " and is " + now + ".";
            comparison.report(
                    OperationComparison.breaking(Change.HEADER_RESPELLED.id(flow), operation, name + said)
                            .provedBy(List.of(new Evidence("witness", was + ", today " + is))),
                    name,
                    old.node(),
                    fresh.node());
        }
    }
}
