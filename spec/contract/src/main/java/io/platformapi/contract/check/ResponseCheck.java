package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.body.Body;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks responses against the operation that gave them: the one check of contract tests, whoever sends the request.
 *
 * <ol>
 *   <li>The status is documented: by itself, by its range, or by {@code default}.
 *   <li>The headers documented for it are there where required, and valid.
 *   <li>A body is there where one is documented, and none where none may be.
 *   <li>Its media type is documented, by itself or by an alias of its format.
 *   <li>It can be read in that format, exactly, and matches its schema.
 * </ol>
 *
 * Immutable and thread-safe.
 */
public final class ResponseCheck {

    private static final Set<Integer> BODILESS = Set.of(204, 205, 304);

    private final Bodies bodies;
    private final Undocumented undocumented;

    /** What becomes of members, bodies and types that a response has beyond those documented. */
    public enum Undocumented {
        /** They are passed over: a later version of the API may have added them. */
        ALLOWED,
        /** Each is a violation: the response holds what is documented and nothing else. */
        REFUSED
    }

    /**
     * A check.
     *
     * @param bodies how bodies are read: as the contract's dialect has it
     * @param undocumented what becomes of what a response has beyond its documentation
     */
    public ResponseCheck(Bodies bodies, Undocumented undocumented) {
        this.bodies = bodies;
        this.undocumented = undocumented;
    }

    /**
     * Everything that is wrong with a response; empty if nothing is.
     *
     * @param operation the operation that was asked
     * @param method the method it was asked by: a response to HEAD has no body
     */
    public List<Violation> violations(Operation operation, String method, HttpResponse answer) {
        Optional<Response> documented = operation.response(answer.status());
        if (documented.isEmpty()) {
            return List.of(undocumentedStatus(operation, answer));
        }
        List<Violation> violations = new ArrayList<>(ResponseHeaders.violations(documented.get(), answer));
        if (method.equals("HEAD") || BODILESS.contains(answer.status())) {
            violations.addAll(noBody(answer, method.equals("HEAD") ? "HEAD" : String.valueOf(answer.status())));
        } else {
            violations.addAll(body(documented.get(), answer));
        }
        return List.copyOf(violations);
    }

    private static Violation undocumentedStatus(Operation operation, HttpResponse answer) {
        String documented = operation.responses().isEmpty()
                ? "a documented status; there is none"
                : "one of the documented "
                        + String.join(", ", operation.responses().keySet());
        return Violation.of(In.STATUS, "", "status", documented, String.valueOf(answer.status()));
    }

    private static List<Violation> noBody(HttpResponse answer, String why) {
        return answer.body().length == 0
                ? List.of()
                : List.of(body("no-content", "no body: " + why + " has none", size(answer)));
    }

    private List<Violation> body(Response documented, HttpResponse answer) {
        boolean sent = answer.body().length > 0;
        if (documented.contents().isEmpty()) {
            return unexpected(answer);
        }
        if (!sent) {
            return takesEmpty(documented, answer)
                    ? List.of()
                    : List.of(body("required", "a body in " + types(documented), "nothing"));
        }
        if (answer.contentType().isEmpty()) {
            String received = answer.headers().first("Content-Type").orElse("nothing");
            return List.of(Violation.of(In.HEADER, "Content-Type", "media-type", types(documented), received));
        }
        MediaType type = answer.contentType().get();
        Optional<Content> content = bodies.content(documented, type);
        return content.isEmpty()
                ? List.of(Violation.of(In.HEADER, "Content-Type", "media-type", types(documented), type.toString()))
                : content(content.get(), type, answer);
    }

    /** No type and no body are documented: what comes all the same is more than documented. */
    private List<Violation> unexpected(HttpResponse answer) {
        if (undocumented == Undocumented.ALLOWED) {
            return List.of();
        }
        if (answer.body().length > 0) {
            return List.of(body("undocumented", "no body: none is documented", size(answer)));
        }
        return answer.headers().first("Content-Type").stream()
                .map(type -> Violation.of(In.HEADER, "Content-Type", "undocumented", "none without a body", type))
                .toList();
    }

    private boolean takesEmpty(Response documented, HttpResponse answer) {
        return answer.contentType()
                .filter(type -> documented
                        .content(type)
                        .filter(content -> bodies.takesNothing(content, type))
                        .isPresent())
                .isPresent();
    }

    /** Whether the body of a response is decoded and its values are held to a schema, not its type alone looked at. */
    public boolean reads(Operation operation, HttpResponse answer) {
        Optional<Response> documented = operation.response(answer.status());
        Optional<MediaType> type = answer.contentType();
        return documented.isPresent()
                && type.isPresent()
                && answer.body().length > 0
                && bodies.content(documented.get(), type.get())
                        .filter(content -> bodies.decodes(content, type.get()))
                        .isPresent();
    }

    private List<Violation> content(Content content, MediaType type, HttpResponse answer) {
        if (!bodies.decodes(content, type)) {
            return List.of();
        }
        try {
            Body body = bodies.read(content, new TypedBody(type, answer.body()), Reading.RESPONSE);
            Stream<Violation> beyond = body.faults().stream().map(fault -> new Violation(In.BODY, "", fault));
            Stream<Violation> values = body.values().stream()
                    .flatMap(value -> faults(content.schema(), type, value.value())
                            .map(fault -> new Violation(In.BODY, value.name(), fault)));
            return Stream.concat(beyond, values).distinct().toList();
        } catch (MalformedBody e) {
            return List.of(new Violation(
                    In.BODY,
                    "",
                    new Breach.Malformed("a body in " + bodies.title(type), "a body that is not: " + e.getMessage())));
        }
    }

    private Stream<Fault> faults(Schema schema, MediaType type, JsonNode value) {
        Stream<Fault> faults =
                OneWay.WRITE_ONLY.faults(schema, value).stream().filter(fault -> !isLeftOut(schema, type, fault));
        Stream<Fault> surplus =
                undocumented == Undocumented.REFUSED ? schema.undeclared(value).stream() : Stream.empty();
        return Stream.concat(faults, surplus);
    }

    /** Whether a member is missed that bodies of the type never have. */
    private boolean isLeftOut(Schema schema, MediaType type, Fault fault) {
        Member member = Member.at(fault.pointer());
        return fault.rule().equals("required")
                && member.owners(schema).anyMatch(owner -> bodies.leavesOut(type, owner, member.name()));
    }

    private static String types(Response documented) {
        return documented.contents().stream()
                .map(content -> content.type().toString())
                .collect(Collectors.joining(" or "));
    }

    private static String size(HttpResponse answer) {
        return answer.body().length + (answer.body().length == 1 ? " byte" : " bytes");
    }

    private static Violation body(String rule, String expected, String received) {
        return Violation.of(In.BODY, "", rule, expected, received);
    }
}
