package io.platformapi.mock;

import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Reply.Wholeness;
import io.platformapi.mock.call.Occasion;
import io.platformapi.mock.journal.Validity;
import io.platformapi.mock.proxy.OpenBody;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An answer and why it is the one.
 *
 * @param response the answer
 * @param why the reason in a few words, worked out when asked for; holds no value that a client has sent
 * @param delay how long it is to be held back
 * @param wholeness how much of it is to be sent
 * @param flow how it comes
 * @param operation the id of the operation that was asked for; empty where none was found
 * @param refusal why the request is not carried out, or should not be; empty if it may
 * @param unrefused whether the request keeps the document, where nothing was found to refuse it
 * @param breaches in what an answer that comes from elsewhere breaks the document
 * @param rest the body, where it is passed on while it comes from elsewhere
 * @param occasion what callbacks see of it, where the operation has any and the mock carried it out
 * @param afterwards what is to be done when it is on its way
 */
record Answered(
        HttpResponse response,
        Supplier<String> why,
        Duration delay,
        Wholeness wholeness,
        AnswerFlow flow,
        Optional<String> operation,
        Optional<Refusal> refusal,
        Validity unrefused,
        List<Violation> breaches,
        Optional<OpenBody> rest,
        Optional<Occasion> occasion,
        Optional<Runnable> afterwards) {

    /** An answer to be sent at once, that no operation gives. */
    Answered(HttpResponse response, Supplier<String> why) {
        this(
                response,
                why,
                Duration.ZERO,
                Wholeness.WHOLE,
                AnswerFlow.USUAL,
                Optional.empty(),
                Optional.empty(),
                Validity.VALID,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The answer to a request that is refused, for a reason in words: the reason itself may hold what was sent. */
    static Answered refused(HttpResponse response, Refusal refusal) {
        String reason = reason(refusal);
        return new Answered(response, () -> reason).judged(Optional.of(refusal), List.of());
    }

    Answered with(HttpResponse other) {
        return new Answered(
                other,
                why,
                delay,
                wholeness,
                flow,
                operation,
                refusal,
                unrefused,
                breaches,
                rest,
                occasion,
                afterwards);
    }

    Answered after(Duration time) {
        return new Answered(
                response,
                why,
                time,
                wholeness,
                flow,
                operation,
                refusal,
                unrefused,
                breaches,
                rest,
                occasion,
                afterwards);
    }

    Answered of(String operationId) {
        return new Answered(
                response,
                why,
                delay,
                wholeness,
                flow,
                Optional.of(operationId),
                refusal,
                unrefused,
                breaches,
                rest,
                occasion,
                afterwards);
    }

    /** The same, with what is wrong with the request, and with the answer. */
    Answered judged(Optional<Refusal> ofRequest, List<Violation> ofAnswer) {
        return new Answered(
                response,
                why,
                delay,
                wholeness,
                flow,
                operation,
                ofRequest,
                unrefused,
                ofAnswer,
                rest,
                occasion,
                afterwards);
    }

    /** The same to a request whose body nobody looked into. */
    Answered unread() {
        return new Answered(
                response,
                why,
                delay,
                wholeness,
                flow,
                operation,
                refusal,
                Validity.UNDECIDED,
                breaches,
                rest,
                occasion,
                afterwards);
    }

    /** The same, with a body that is passed on while it comes. */
    Answered going(Optional<OpenBody> on) {
        return new Answered(
                response,
                why,
                delay,
                wholeness,
                flow,
                operation,
                refusal,
                unrefused,
                breaches,
                on,
                occasion,
                afterwards);
    }

    /** The same, which callbacks may follow. */
    Answered on(Occasion seen) {
        return new Answered(
                response,
                why,
                delay,
                wholeness,
                flow,
                operation,
                refusal,
                unrefused,
                breaches,
                rest,
                Optional.of(seen),
                afterwards);
    }

    /** The same, and something to be done afterwards. */
    Answered then(Runnable work) {
        return new Answered(
                response,
                why,
                delay,
                wholeness,
                flow,
                operation,
                refusal,
                unrefused,
                breaches,
                rest,
                occasion,
                Optional.of(work));
    }

    /** The same, with more to say of why. */
    Answered saying(String more) {
        return new Answered(
                response,
                () -> why.get() + more,
                delay,
                wholeness,
                flow,
                operation,
                refusal,
                unrefused,
                breaches,
                rest,
                occasion,
                afterwards);
    }

    /** The same, failed on demand. */
    Answered failed(String how, Wholeness other, AnswerFlow otherFlow) {
        return new Answered(
                response,
                () -> why.get() + ", " + how,
                delay,
                other,
                otherFlow,
                operation,
                refusal,
                unrefused,
                breaches,
                rest,
                occasion,
                afterwards);
    }

    private static String reason(Refusal refusal) {
        List<Violation> violations = refusal.violations();
        if (violations.isEmpty()) {
            return refusal.message();
        }
        Violation first = violations.get(0);
        String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
        return first.place() + ": expected " + first.expected() + more;
    }
}
