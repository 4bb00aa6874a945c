package io.platformapi.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.format.Format;
import io.platformapi.contract.format.FormatTable;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.schema.Typing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    private static final MediaType PLAIN_TEXT = MediaType.of("text/plain");
    private static final MediaType EVENT_STREAM = MediaType.of("text/event-stream");
    private static final Set<Integer> BODILESS = Set.of(204, 205, 304);

    private final FormatTable formats;
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
     * @param formats the formats bodies are read in: those of the contract's dialect
     * @param undocumented what becomes of what a response has beyond its documentation
     */
    public ResponseCheck(FormatTable formats, Undocumented undocumented) {
        this.formats = formats;
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
        Optional<Content> content = documented.content(type, formats);
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

    /** An empty text is a body of no bytes, and a stream may be without an event for as long as it likes. */
    private static boolean takesEmpty(Response documented, HttpResponse answer) {
        boolean silentStream = answer.contentType()
                .filter(EVENT_STREAM::includes)
                .flatMap(documented::content)
                .isPresent();
        return silentStream
                || answer.contentType()
                        .filter(PLAIN_TEXT::includes)
                        .flatMap(documented::content)
                        .map(content ->
                                content.schema().faults(TextNode.valueOf("")).isEmpty())
                        .orElse(false);
    }

    /** Whether the body of a response is decoded and its values are held to a schema, not its type alone looked at. */
    public boolean reads(Operation operation, HttpResponse answer) {
        Optional<Response> documented = operation.response(answer.status());
        return documented.isPresent()
                && answer.body().length > 0
                && answer.contentType()
                        .filter(type -> documented
                                .get()
                                .content(type, formats)
                                .filter(content -> formats.of(type).isPresent() || isText(type, content))
                                .isPresent())
                        .isPresent();
    }

    private List<Violation> content(Content content, MediaType type, HttpResponse answer) {
        Optional<FormatTable.Entry> format = formats.of(type);
        if (format.isPresent()) {
            return read(content.schema(), format.get(), answer);
        }
        return isText(type, content)
                ? violations(content.schema(), Typing.JSON.value(answer.text(), content.schema()), fault -> true)
                : List.of();
    }

    /** Whether a body is a value as it stands: any scalar as plain text, a text in another type of text. */
    private static boolean isText(MediaType type, Content content) {
        return PLAIN_TEXT.includes(type) && !content.schema().types().isEmpty()
                || type.type().equals("text") && content.schema().types().equals(Set.of(Type.STRING));
    }

    private List<Violation> read(Schema schema, FormatTable.Entry format, HttpResponse answer) {
        try {
            JsonNode value = format.format().read(answer.body(), schema, Reading.RESPONSE);
            return violations(schema, value, fault -> !isLeftOut(schema, format.format(), fault));
        } catch (MalformedBody e) {
            String name = format.format().name().toUpperCase(java.util.Locale.ROOT);
            return List.of(new Violation(
                    In.BODY,
                    "",
                    "",
                    new Violation.Malformed("a body in " + name, "a body that is not: " + e.getMessage())));
        }
    }

    /** Whether a member is missed that the format never has. */
    private static boolean isLeftOut(Schema schema, Format format, Fault fault) {
        Member member = Member.at(fault.pointer());
        return fault.rule().equals("required")
                && member.owners(schema).anyMatch(owner -> format.leavesOut(owner, member.name()));
    }

    private List<Violation> violations(Schema schema, JsonNode value, Predicate<Fault> counts) {
        Stream<Fault> faults = OneWay.WRITE_ONLY.faults(schema, value).stream().filter(counts);
        Stream<Fault> surplus =
                undocumented == Undocumented.REFUSED ? schema.undeclared(value).stream() : Stream.empty();
        return Stream.concat(faults, surplus)
                .map(fault -> Violation.of(In.BODY, "", fault))
                .distinct()
                .toList();
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
