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
 * @param sent how it is sent
 * @param found what was found of the request, and of an answer that comes from elsewhere
 * @param sequel what follows it
 */
record Answered(HttpResponse response, Supplier<String> why, Sent sent, Found found, Sequel sequel) {

    /**
     * How an answer is sent.
     *
     * @param delay how long it is to be held back
     * @param wholeness how much of it is to be sent
     * @param flow how it comes
     * @param rest the body, where it is passed on while it comes from elsewhere
     */
    record Sent(Duration delay, Wholeness wholeness, AnswerFlow flow, Optional<OpenBody> rest) {

        private static final Sent AT_ONCE =
                new Sent(Duration.ZERO, Wholeness.WHOLE, AnswerFlow.USUAL, Optional.empty());
    }

    /**
     * What was found.
     *
     * @param operation the id of the operation that was asked for; empty where none was found
     * @param refusal why the request is not carried out, or should not be; empty if it may
     * @param unrefused whether the request keeps the document, where nothing was found to refuse it
     * @param breaches in what an answer that comes from elsewhere breaks the document
     */
    record Found(Optional<String> operation, Optional<Refusal> refusal, Validity unrefused, List<Violation> breaches) {

        private static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), Validity.VALID, List.of());
    }

    /**
     * What follows an answer.
     *
     * @param occasion what callbacks see of it, where the operation has any and the mock carried it out
     * @param afterwards what is to be done when it is on its way
     */
    record Sequel(Optional<Occasion> occasion, Optional<Runnable> afterwards) {

        private static final Sequel NONE = new Sequel(Optional.empty(), Optional.empty());
    }

    /** An answer to be sent at once, that no operation gives. */
    Answered(HttpResponse response, Supplier<String> why) {
        this(response, why, Sent.AT_ONCE, Found.NOTHING, Sequel.NONE);
    }

    /** The answer to a request that is refused, for a reason in words: the reason itself may hold what was sent. */
    static Answered refused(HttpResponse response, Refusal refusal) {
        String reason = reason(refusal);
        return new Answered(response, () -> reason).judged(Optional.of(refusal), List.of());
    }

    Answered with(HttpResponse other) {
        return new Answered(other, why, sent, found, sequel);
    }

    Answered after(Duration time) {
        return sent(new Sent(time, sent.wholeness(), sent.flow(), sent.rest()));
    }

    Answered of(String operationId) {
        return found(new Found(Optional.of(operationId), found.refusal(), found.unrefused(), found.breaches()));
    }

    /** The same, with what is wrong with the request, and with the answer. */
    Answered judged(Optional<Refusal> ofRequest, List<Violation> ofAnswer) {
        return found(new Found(found.operation(), ofRequest, found.unrefused(), ofAnswer));
    }

    /** The same to a request whose body nobody looked into. */
    Answered unread() {
        return found(new Found(found.operation(), found.refusal(), Validity.UNDECIDED, found.breaches()));
    }

    /** The same, with a body that is passed on while it comes. */
    Answered going(Optional<OpenBody> on) {
        return sent(new Sent(sent.delay(), sent.wholeness(), sent.flow(), on));
    }

    /** The same, which callbacks may follow. */
    Answered on(Occasion seen) {
        return sequel(new Sequel(Optional.of(seen), sequel.afterwards()));
    }

    /** The same, and something to be done afterwards. */
    Answered then(Runnable work) {
        return sequel(new Sequel(sequel.occasion(), Optional.of(work)));
    }

    /** The same, with more to say of why. */
    Answered saying(String more) {
        return new Answered(response, () -> why.get() + more, sent, found, sequel);
    }

    /** The same, failed on demand. */
    Answered failed(String how, Wholeness other, AnswerFlow otherFlow) {
        return saying(", " + how).sent(new Sent(sent.delay(), other, otherFlow, sent.rest()));
    }

    private Answered sent(Sent other) {
        return new Answered(response, why, other, found, sequel);
    }

    private Answered found(Found other) {
        return new Answered(response, why, sent, other, sequel);
    }

    private Answered sequel(Sequel other) {
        return new Answered(response, why, sent, found, other);
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
