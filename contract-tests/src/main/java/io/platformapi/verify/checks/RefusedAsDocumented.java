package io.platformapi.verify.checks;

import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.Expected;
import io.platformapi.verify.checks.Failure.Blame;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What breaks the contract is refused, by the status documented for it if there is one. Where nothing obliges a server
 * to refuse, that it does not is worth knowing and no breach.
 */
final class RefusedAsDocumented implements Check {

    /** What says that a resource is not there, or not in the state that is asked for. */
    private static final Set<Integer> STATE = Set.of(404, 409, 410, 412, 423, 428);

    private static final Set<String> OF_TYPES =
            Set.of(CheckId.UNSUPPORTED_TYPE_REFUSED.id(), CheckId.UNACCEPTABLE_TYPE_REFUSED.id());

    @Override
    public List<Failure> failures(Exchange exchange) {
        Expected expected = exchange.asked().expected();
        if (expected.check().equals(CheckId.CREDENTIALS_CHECKED.id())) {
            return List.of(); // what strangers are told is looked at together
        }
        return isRefusedForState(exchange) ? List.of() : failures(exchange, expected);
    }

    /** Whether a resource is looked at before types are, of which no rule says which is first. */
    private static boolean isRefusedForState(Exchange exchange) {
        int status = exchange.answer().status();
        return OF_TYPES.contains(exchange.asked().expected().check())
                && STATE.contains(status)
                && exchange.asked()
                        .answering()
                        .filter(operation -> operation.responses().containsKey(String.valueOf(status)))
                        .isPresent();
    }

    /** The failure of an answer that is no refusal, or not the one that it should be. */
    static List<Failure> failures(Exchange exchange, Expected expected) {
        boolean refused = expected.statuses().isEmpty()
                ? exchange.isAnsweredWith(4)
                : expected.statuses().contains(exchange.answer().status());
        boolean failed = exchange.isAnsweredWith(5);
        if (expected.verdict() != Expected.Verdict.REFUSED || refused || failed) {
            return List.of();
        }
        String what = exchange.isAnsweredWith(4)
                ? "The request is refused with another status than the one documented for that: "
                : "The request is not refused: ";
        return List.of(new Failure(
                expected.check(),
                exchange.asked(),
                what + expected.reason() + ".",
                statuses(expected),
                AnswerExcerpt.of(exchange.answer()),
                exchange.asked().documented(),
                expected.duty() == Expected.Duty.MUST ? Blame.SERVER : Blame.NOBODY));
    }

    private static String statuses(Expected expected) {
        if (expected.duty() == Expected.Duty.SHOULD) {
            return expected.check().equals(CheckId.CREDENTIALS_CHECKED.id())
                    ? "401, which no rule obliges to: tokens may be taken elsewhere, and should not (RFC 6750, section 2.3)"
                    : "415, which no rule obliges to (RFC 9110, section 15.5.16), nor does the document";
        }
        return expected.statuses().isEmpty()
                ? "a status of 4xx"
                : new TreeSet<>(expected.statuses())
                        .stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }
}
