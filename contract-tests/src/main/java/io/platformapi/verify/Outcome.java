package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.report.Coverage;
import io.platformapi.verify.TypesUsed.Decoding;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.Expected;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Failure.Blame;
import io.platformapi.verify.checks.RateLimited;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found, gathered as it goes; safe to read at any time. What comes after the end is not taken any
 * more.
 */
public final class Outcome {

    private static final int UNAUTHORIZED = 401;

    private final Causes causes = new Causes();
    private final Pulse pulse = new Pulse();
    private final Attempts attempts;
    private final Fingerprint fingerprint = new Fingerprint();
    private final List<Untested> beside = new ArrayList<>();
    private @Nullable Attempt current;
    private @Nullable End end;
    private List<String> unfollowed = List.of();
    private int requests;
    private final Tally tally = new Tally();
    private Duration waited = Duration.ZERO;

    Outcome(List<Operation> operations) {
        attempts = new Attempts(operations);
    }

    /** Begins with an operation, or goes on with it. */
    synchronized void begin(Operation operation) {
        if (end == null) {
            current = attempt(operation.toString()).orElse(null);
        }
    }

    /** Takes whose answers were not held to each other, each with the reason. */
    synchronized void unfollowed(List<String> families) {
        if (end == null) {
            unfollowed = families;
        }
    }

    /** Whose answers were not held to each other, each with the reason. */
    synchronized List<String> unfollowed() {
        return unfollowed;
    }

    /** Takes that a cause did not show again. */
    synchronized void flaky(Cause cause, Failure instead) {
        if (end == null) {
            causes.replace(cause, instead);
        }
    }

    /** What was left out of what could be sent. */
    Tally tally() {
        return tally;
    }

    /** Takes something about an operation. */
    synchronized void note(Operation operation, Consumer<Attempt> what) {
        if (end == null) {
            attempt(operation.toString()).ifPresent(what);
        }
    }

    /** Takes what is wrong with an operation as a whole. */
    synchronized void end(List<Failure> failures) {
        if (end == null) {
            failures.forEach(causes::add);
            current = null;
        }
    }

    /** Takes an answer, before it is looked at. */
    synchronized void answered(Exchange exchange) {
        Case asked = exchange.asked();
        if (end == null) {
            sent(asked);
            pulse.answered(asked);
            if (asked.expected().verdict() != Verdict.REFUSED) {
                attempt(asked.subject()).ifPresent(attempt -> attempt.answered(exchange));
            }
            if (RateLimited.leavesOpen(exchange)) {
                untested(
                        asked,
                        "rate limited: answered with " + exchange.answer().status() + " to the end");
            }
        }
    }

    /** Takes what is wrong with an answer; who is not let in learns nothing, and finds nothing wrong. */
    synchronized void checked(Exchange exchange, List<Failure> failures, Decoding decoding) {
        if (end == null && !isClosedTo(exchange)) {
            attempt(exchange.asked().subject()).ifPresent(attempt -> {
                attempt.types().add(exchange, decoding);
                attempt.reached().add(exchange);
            });
            failures.forEach(causes::add);
        }
    }

    /** Takes something else that is wrong. */
    synchronized void found(Failure failure) {
        if (end == null) {
            causes.add(failure);
        }
    }

    private boolean isClosedTo(Exchange exchange) {
        Expected expected = exchange.asked().expected();
        boolean valid =
                expected.verdict() != Verdict.REFUSED && !expected.statuses().contains(UNAUTHORIZED);
        return exchange.answer().status() == UNAUTHORIZED
                && (valid
                        || Optional.ofNullable(current)
                                .filter(attempt -> attempt.isClosed(UNAUTHORIZED))
                                .isPresent());
    }

    /** Takes that no answer came, or none that ended. */
    synchronized void add(Case asked, IOException silence, RunLimits limits) {
        if (end == null) {
            sent(asked);
            pulse.unanswered(asked);
            attempt(asked.subject()).ifPresent(attempt -> attempt.ask(asked));
            causes.add(new Failure(
                    CheckId.ANSWERS.id(),
                    asked,
                    silence instanceof UnfinishedAnswer ? "The answer does not end." : "There is no answer.",
                    "a whole answer within " + RunLimits.shown(limits.answer()) + " and "
                            + RunLimits.shown(limits.bytes()),
                    Silence.message(silence),
                    asked.documented(),
                    Blame.SERVER));
        }
    }

    private void sent(Case asked) {
        requests++;
        fingerprint.add(asked);
        Optional.ofNullable(current).filter(attempt -> !asked.isBeside()).ifPresent(attempt -> attempt.sent(asked));
    }

    /** Takes that a case could not be sent, and why. */
    synchronized void unsendable(Case asked, String reason) {
        if (end == null) {
            Optional.ofNullable(current).ifPresent(attempt -> attempt.sent(asked));
            untested(asked, reason);
        }
    }

    /** Takes what kept a case from being tested. */
    synchronized void untested(Case asked, String reason) {
        if (end == null) {
            Optional.ofNullable(current)
                    .ifPresentOrElse(
                            attempt -> attempt.gap(reason),
                            () -> beside.add(new Untested(
                                    CheckId.REQUEST_TESTED.id(),
                                    asked.subject(),
                                    asked.documented(),
                                    "1 request was not tested: " + reason + ".",
                                    asked)));
        }
    }

    private Optional<Attempt> attempt(String subject) {
        return attempts.of(subject);
    }

    synchronized void waited(Duration inAll) {
        waited = inAll;
    }

    /** Takes the end of the run, once. */
    synchronized void end(End how) {
        end = end == null ? how : end;
    }

    /** Whether there was nothing to test. */
    synchronized boolean isEmpty() {
        return attempts.isEmpty();
    }

    synchronized boolean isOver() {
        return end != null;
    }

    /** How the run ended. */
    synchronized End ending() {
        return end == null ? End.FINISHED : end;
    }

    /** Whether the server answered anything yet. */
    synchronized boolean hasAnswers() {
        return pulse.isThere();
    }

    /** How long was waited in all because the server said so. */
    synchronized Duration waited() {
        return waited;
    }

    /** Where the server fell silent, if it did. */
    synchronized Optional<Pulse.Gone> gone() {
        return ending().kind() == End.Kind.GONE ? pulse.gone(ending().reason()) : Optional.empty();
    }

    /** What is wrong, one for each cause, in the order it was found. */
    public synchronized Collection<Cause> causes() {
        return causes.all();
    }

    /** What was not tested and should have been, in the order of the operations. */
    public synchronized List<Untested> untested() {
        return Stream.concat(attempts.all().flatMap(attempt -> attempt.untested(ending()).stream()), beside.stream())
                .toList();
    }

    /** The media types of the requests and answers of each operation that was tested. */
    public synchronized List<Coverage> coverage() {
        return attempts.tested().map(Attempt::coverage).toList();
    }

    /** What was reached of each operation, tested or not. */
    synchronized List<Coverage> measured() {
        return attempts.all().map(Attempt::coverage).toList();
    }

    /** How long each operation took. */
    synchronized Map<String, Duration> times() {
        return attempts.times();
    }

    /** Takes another request, that shows a cause as well and is smaller. */
    synchronized void smaller(Cause cause, Failure smaller) {
        if (end == null) {
            causes.shrink(cause, smaller);
        }
    }

    /** The name of all that was sent: of two runs by one name the requests were the same. */
    synchronized String name() {
        return fingerprint.toString();
    }

    public synchronized int requests() {
        return requests;
    }

    /** The operations that answered a valid request as one that succeeded. */
    public synchronized Set<String> tested() {
        return attempts.named(Attempt::isTested);
    }

    /** The operations no valid request could be made up for. */
    public synchronized List<String> unasked() {
        return List.copyOf(attempts.named(Attempt::isUnasked));
    }

    /** What the operations that were not tested answered to valid requests, by operation. */
    synchronized Map<String, List<Miss>> misses() {
        return attempts.misses();
    }

    /** The pages of HTML that came where none are promised, if nothing else came to any valid request. */
    synchronized Set<Miss> pages() {
        return attempts.pages();
    }
}
