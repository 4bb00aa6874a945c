package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.report.Mishap;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.RunPhase;
import io.platformapi.verify.chains.Story;
import io.platformapi.verify.chains.World;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tests one server against one contract, once.
 *
 * <ol>
 *   <li>The contract's operations become cases.
 *   <li>Each case is sent, one after the other: servers have state, and a failure must be told from its neighbour's.
 *       What changes nothing may be sent a few cases ahead. Where the time is short, each operation gets its share.
 *   <li>Every check looks at every answer, some at all answers of an operation together.
 *   <li>What is wrong is gathered by cause; what could not be tested is told as well.
 * </ol>
 *
 * <p>Nothing that is sent or received ends a run but its own limits: a mistake of ours in a case is a gap at that case,
 * and whatever ends the run early leaves what was found so far.
 */
public final class Verification {

    /** Of the time of a run: when all operations are asked, and when their answers are held to each other. */
    private static final int ASKED_PERCENT = 75;

    private static final int FOLLOWED_PERCENT = 90;

    /** Deep schemas are walked in recursion. */
    private static final long STACK = 16L << 20;

    private final Cases cases;
    private final Checks checks;
    private final Target target;
    private final RunLimits limits;
    private final Progress progress;
    private final LongSupplier clock;
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
        this(cases, checks, target, limits, progress, System::nanoTime);
    }

    /** The same, that shares out the time of a clock. */
    Verification(Cases cases, Checks checks, Target target, RunLimits limits, Progress progress, LongSupplier clock) {
        this.clock = clock;
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
        CompletableFuture<Void> told = ended.thenAccept(end -> outcome.end(end)); // at once, by whoever ends it
        Thread run = new Thread(null, () -> ended.complete(played(operations, outcome)), "verify", STACK);
        run.setDaemon(true);
        run.start();
        ended.completeOnTimeout(timeIsOver(), limits.run().toMillis(), TimeUnit.MILLISECONDS);
        told.join();
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
        Examiner examiner = new Examiner(sender, checks, target, outcome);
        Deadline asked = within(ASKED_PERCENT);
        Deadline followed = within(FOLLOWED_PERCENT);
        try {
            World world = new World(
                    operations,
                    cases,
                    one -> outcome.isOver() || followed.isOver() ? Optional.empty() : examiner.exchange(one));
            Feeding feeding = new Feeding(world, cases);
            Turns turns = new Turns(cases, examiner, feeding, limits.sending(), target, asked);
            boolean whole = turns.play(world.ordered(operations), progress);
            for (Case one : cases.beside()) {
                examiner.exchange(one);
            }
            for (Case one : feeding.firsts()) {
                if (!followed.isOver()) {
                    examiner.exchange(one);
                }
            }
            progress.at(operations.size(), operations.size(), "what one answer has to do with another");
            Story story = feeding.story(followed::isOver);
            outcome.tally()
                    .leftOut(RunPhase.ALL.stream()
                            .filter(phase -> !cases.has(phase))
                            .toList());
            if (cases.has(RunPhase.STATEFUL)) {
                outcome.end(story.failures());
                outcome.unfollowed(story.unfollowed());
            }
            lookAgain(outcome);
            progress.at(operations.size(), operations.size(), "");
            return whole && !followed.isOver() ? End.FINISHED : timeIsOver();
        } catch (ServerGone e) {
            return outcome.hasAnswers()
                    ? End.of(End.Kind.GONE, "the server had stopped answering (" + e.getMessage() + ")")
                    : new End(End.Kind.UNREACHED, "the server was not reached (" + e.getMessage() + ")", e.advised());
        } catch (IOException | RuntimeException | Error e) {
            return End.of(End.Kind.MISHAP, "the tester failed (" + Mishap.of(e) + ")");
        }
    }

    private Deadline within(int percent) {
        return Deadline.after(limits.run().multipliedBy(percent).dividedBy(100), clock);
    }

    /** Looks for the smallest request that shows a failure, and whether it shows again. */
    private void lookAgain(Outcome outcome) {
        Confirmation confirmation = new Confirmation(checks, target);
        Shrinking shrinking = new Shrinking(cases, checks, target);
        for (Cause cause : outcome.causes()) {
            if (!outcome.isOver()) {
                shrinking.smaller(cause.first()).ifPresent(smaller -> outcome.smaller(cause, smaller));
            }
        }
        for (Cause cause : outcome.causes()) {
            if (!outcome.isOver()) {
                confirmation.flaky(cause).ifPresent(instead -> outcome.flaky(cause, instead));
            }
        }
    }

    private End timeIsOver() {
        return End.of(End.Kind.TIME, "the time of the run, " + RunLimits.shown(limits.run()) + ", was over");
    }
}
