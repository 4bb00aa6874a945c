package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.report.Mishap;
import io.platformapi.verify.TypesUsed.Decoding;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.cases.Obstacles;
import io.platformapi.verify.chains.Story;
import io.platformapi.verify.chains.World;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Failure;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tests one server against one contract, once.
 *
 * <ol>
 *   <li>The contract's operations become cases.
 *   <li>Each case is sent, one after the other: servers have state, and a failure must be told from its neighbour's.
 *   <li>Every check looks at every answer, some at all answers of an operation together.
 *   <li>What is wrong is gathered by cause; what could not be tested is told as well.
 * </ol>
 *
 * <p>Nothing that is sent or received ends a run but its own limits: a mistake of ours in a case is a gap at that case,
 * and whatever ends the run early leaves what was found so far.
 */
public final class Verification {

    /** Deep schemas are walked in recursion. */
    private static final long STACK = 16L << 20;

    private final Cases cases;
    private final Checks checks;
    private final Target target;
    private final RunLimits limits;
    private final Progress progress;
    private final CompletableFuture<End> ended = new CompletableFuture<>();

    /**
     * A verification within the usual limits.
     *
     * @param cases what to ask
     * @param checks what to look for
     * @param target whom to ask
     * @param progress told of each step
     */
    public Verification(Cases cases, Checks checks, Target target, Progress progress) {
        this(cases, checks, target, RunLimits.usual(), progress);
    }

    /** A verification that is over in time; the limits of an answer are the target's to keep. */
    public Verification(Cases cases, Checks checks, Target target, RunLimits limits, Progress progress) {
        this.cases = cases;
        this.checks = checks;
        this.target = target;
        this.limits = limits;
        this.progress = progress;
    }

    /** Told how far a verification is. */
    @FunctionalInterface
    public interface Progress {

        /** Tells nobody. */
        Progress NONE = (done, of, subject) -> {};

        /** An operation is about to be tested. */
        void at(int done, int of, String subject);
    }

    /** Runs every case, on a thread of its own, until all are played or the run is over for another reason. */
    public Outcome outcome(List<Operation> operations) {
        Outcome outcome = new Outcome(operations);
        Thread run = new Thread(null, () -> ended.complete(played(operations, outcome)), "verify", STACK);
        run.setDaemon(true);
        run.start();
        ended.completeOnTimeout(
                End.of(End.Kind.TIME, "the time of the run, " + RunLimits.shown(limits.run()) + ", was over"),
                limits.run().toMillis(),
                TimeUnit.MILLISECONDS);
        outcome.end(ended.join());
        run.interrupt();
        return outcome;
    }

    /** Ends the run as it is, from any thread: {@link #outcome} returns what was found so far. */
    public void stop() {
        ended.complete(End.of(End.Kind.USER, "the run was interrupted"));
    }

    private End played(List<Operation> operations, Outcome outcome) {
        Case beside = cases.beside().get(0);
        Sender sender = new Sender(target, beside, limits, new Patience(Deadline.after(limits.run())), outcome);
        try {
            Feeding feeding = new Feeding(new World(
                    operations, cases, asked -> outcome.isOver() ? Optional.empty() : play(asked, sender, outcome)));
            for (int i = 0; i < operations.size(); i++) {
                progress.at(i, operations.size(), operations.get(i).toString());
                long begun = System.nanoTime();
                play(operations.get(i), feeding, sender, outcome);
                outcome.took(operations.get(i), Duration.ofNanos(System.nanoTime() - begun));
            }
            for (Case asked : cases.beside()) {
                play(asked, sender, outcome);
            }
            for (Case asked : feeding.firsts()) {
                play(asked, sender, outcome);
            }
            progress.at(operations.size(), operations.size(), "what one answer has to do with another");
            Story story = feeding.story();
            outcome.end(story.failures());
            outcome.unfollowed(story.unfollowed());
            Confirmation confirmation = new Confirmation(checks, target);
            Shrinking shrinking = new Shrinking(cases, checks, target);
            for (Cause cause : outcome.causes()) {
                if (!outcome.isOver()) {
                    shrinking.smaller(cause.first()).ifPresent(smaller -> outcome.smaller(cause, smaller));
                }
            }
            for (Cause cause : outcome.causes()) {
                confirmation.flaky(cause).ifPresent(instead -> outcome.flaky(cause, instead));
            }
            progress.at(operations.size(), operations.size(), "");
            return End.FINISHED;
        } catch (ServerGone e) {
            return outcome.hasAnswers()
                    ? End.of(End.Kind.GONE, "the server had stopped answering (" + e.getMessage() + ")")
                    : new End(End.Kind.UNREACHED, "the server was not reached (" + e.getMessage() + ")", e.advised());
        } catch (IOException | RuntimeException | Error e) {
            return End.of(End.Kind.MISHAP, "the tester failed (" + Mishap.of(e) + ")");
        }
    }

    private void play(Operation operation, Feeding feeding, Sender sender, Outcome outcome) throws IOException {
        List<Case> all = new ArrayList<>(made(operation, outcome));
        int shown = all.size();
        List<Exchange> exchanges = new ArrayList<>();
        sender.begin();
        feeding.begin(operation, all);
        for (int i = 0; i < all.size(); i++) {
            Case asked = all.get(i);
            Optional<String> weariness = sender.weariness();
            if (outcome.isOver()) {
                return;
            } else if (weariness.isPresent()) {
                outcome.hindered(operation, weariness.get());
                break;
            }
            Optional<Exchange> exchange = play(feeding.fed(asked), sender, outcome);
            exchange.ifPresent(feeding::learn);
            exchange.ifPresent(exchanges::add);
            if (i == shown - 1) {
                all.addAll(varied(operation, exchanges, outcome));
            }
        }
        compare(operation, exchanges, outcome);
    }

    private List<Case> varied(Operation operation, List<Exchange> exchanges, Outcome outcome) {
        List<Case> varied = exchanges.stream()
                .filter(exchange -> exchange.asked().expected().verdict() != Verdict.REFUSED)
                .filter(exchange -> exchange.answer().status() / 100 == 2)
                .reduce((earlier, later) -> later)
                .map(accepted -> cases.varied(operation, accepted.asked().request()))
                .map(all -> sendable(all, outcome))
                .orElse(List.of());
        outcome.more(varied.size());
        return varied;
    }

    private List<Case> made(Operation operation, Outcome outcome) {
        try {
            Cases.Made made = cases.made(operation);
            List<Case> all = made.cases();
            outcome.tally().left(made.left());
            List<Case> sent = sendable(all, outcome);
            outcome.begin(operation, sent);
            if (all.isEmpty()) {
                outcome.hindered(operation, cases.hindrance(operation).orElseGet(() -> Obstacles.of(operation)));
            }
            return sent;
        } catch (RuntimeException | Error e) {
            outcome.hindered(operation, "no request could be made (" + Mishap.of(e) + ")");
            return List.of();
        }
    }

    /** Those that may be sent; how many may not is told. */
    private List<Case> sendable(List<Case> all, Outcome outcome) {
        List<Case> sendable = all.stream()
                .filter(asked -> limits.sending().allows(asked.request().method()))
                .toList();
        outcome.tally().withheld(all.size() - sendable.size());
        return sendable;
    }

    private Optional<Exchange> play(Case asked, Sender sender, Outcome outcome) throws ServerGone {
        Optional<Exchange> exchange = sender.exchange(asked);
        exchange.ifPresent(answered -> {
            try {
                List<Failure> failures = checks.failures(answered);
                outcome.checked(answered, failures, checks.reads(answered) ? Decoding.DONE : Decoding.NOT_DONE);
            } catch (RuntimeException | Error e) {
                outcome.untested(asked, "its answer could not be checked (" + Mishap.of(e) + ")");
            }
        });
        return exchange;
    }

    private void compare(Operation operation, List<Exchange> exchanges, Outcome outcome) {
        try {
            outcome.end(checks.failures(exchanges));
        } catch (RuntimeException | Error e) {
            exchanges.stream()
                    .findFirst()
                    .ifPresent(first -> outcome.untested(
                            first.asked(), "the answers could not be compared (" + Mishap.of(e) + ")"));
            outcome.end(List.of());
        }
    }
}
