package io.platformapi.verify.checks;

import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.Header;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.source.Node;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.cases.Varieties;
import io.platformapi.verify.checks.Failure.Blame;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An answer is as documented: status, media type, headers, body.
 *
 * <p>A refusal that was asked for need not be documented where it is HTTP's own, such as 400, 401, 405, 406 and 415. If
 * it is documented, it has to be as the document says. An answer that is word for word a documented example contradicts
 * its schema by the document's fault, not the server's.
 */
final class Conformance implements Check {

    /** What any server may say to any request that is wrong (RFC 9110, section 15.5; RFC 6585). */
    private static final Set<Integer> GENERIC =
            Set.of(400, 401, 403, 404, 405, 406, 408, 411, 413, 414, 415, 416, 417, 421, 426, 429, 431);

    private final ResponseCheck check;
    private final Bodies bodies;

    Conformance(ResponseCheck check, Bodies bodies) {
        this.check = check;
        this.bodies = bodies;
    }

    @Override
    public List<Failure> failures(Exchange exchange) {
        return exchange.asked()
                .answering()
                .filter(operation -> arises(operation, exchange))
                .map(operation -> failures(operation, exchange))
                .orElse(List.of());
    }

    private static boolean arises(Operation operation, Exchange exchange) {
        boolean documented = operation.response(exchange.answer().status()).isPresent();
        Verdict verdict = exchange.asked().expected().verdict();
        boolean ownRefusal = verdict == Verdict.REFUSED || verdict == Verdict.EITHER;
        boolean own = ownRefusal && exchange.isAnsweredWith(4) && !isStrange(operation, exchange);
        return documented || !exchange.isAnsweredWith(5) && !own;
    }

    /** Whether a refusal is none that HTTP itself gives, where the operation documents some. */
    private static boolean isStrange(Operation operation, Exchange exchange) {
        boolean told = operation.responses().keySet().stream().anyMatch(key -> key.startsWith("4"));
        int status = exchange.answer().status();
        boolean generic = GENERIC.contains(status)
                || status == 422 && !operation.responses().containsKey("400");
        return told && exchange.asked().expected().verdict() == Verdict.REFUSED && !generic;
    }

    private List<Failure> failures(Operation operation, Exchange exchange) {
        List<Violation> violations =
                check.violations(operation, exchange.asked().request().method(), exchange.answer());
        Optional<Example> shown =
                violations.isEmpty() ? Optional.empty() : DocumentedAnswer.of(operation, exchange.answer(), bodies);
        return violations.stream()
                .filter(violation -> !isOurs(violation))
                .map(violation -> shown.filter(example -> violation.in() == In.BODY)
                        .map(example -> contradiction(example, exchange, violation))
                        .orElseGet(() -> failure(operation, exchange, violation)))
                .toList();
    }

    /** Whether a server shows no more than a member that we gave it, of which it makes what it likes. */
    private static boolean isOurs(Violation violation) {
        return violation.pointer().endsWith("/" + Varieties.UNDECLARED);
    }

    private static Failure contradiction(Example example, Exchange exchange, Violation violation) {
        return new Failure(
                CheckId.EXAMPLE_MATCHES_SCHEMA.id(),
                exchange.asked(),
                "A documented example contradicts its schema: " + place(violation) + " (" + violation.rule() + ").",
                violation.expected(),
                violation.received(),
                example.node(),
                Blame.DOCUMENT);
    }

    private static Failure failure(Operation operation, Exchange exchange, Violation violation) {
        Case asked = exchange.asked();
        Optional<Response> response = operation.response(exchange.answer().status());
        String subject = violation.in() == In.STATUS
                ? "The status " + violation.received() + " is not documented."
                : "The answer is not as documented: " + place(violation) + " (" + violation.rule() + ").";
        return new Failure(
                id(violation),
                asked,
                subject,
                violation.expected(),
                violation.received() + ", in " + AnswerExcerpt.of(exchange.answer()),
                response.map(documented -> documented(documented, violation, exchange))
                        .orElseGet(() -> operation.node().member("responses")));
    }

    /** The place without the numbers of items and lines, so that one fault in each is one fault. */
    private static String place(Violation violation) {
        return violation.place().replaceAll("(^body (?:line|record) |/)\\d+(?=/|$)", "$1…");
    }

    private static String id(Violation violation) {
        return switch (violation.in()) {
            case STATUS -> CheckId.DOCUMENTED_STATUS.id();
            case HEADER ->
                violation.name().equalsIgnoreCase("Content-Type")
                        ? CheckId.DOCUMENTED_TYPE.id()
                        : CheckId.DOCUMENTED_HEADERS.id();
            default -> CheckId.DOCUMENTED_BODY.id();
        };
    }

    private static Node documented(Response response, Violation violation, Exchange exchange) {
        Optional<Node> header = Optional.ofNullable(response.headers().get(violation.name()))
                .filter(one -> violation.in() == In.HEADER)
                .map(Header::node);
        Optional<Node> body = exchange.answer()
                .contentType()
                .filter(type -> violation.in() == In.BODY)
                .flatMap(response::content)
                .map(Content::schema)
                .map(schema -> DescribedPlace.of(schema, violation.pointer()));
        return header.or(() -> body).orElse(response.node());
    }
}
