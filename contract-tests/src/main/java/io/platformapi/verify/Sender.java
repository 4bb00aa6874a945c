package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.report.Mishap;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.RateLimited;
import io.platformapi.verify.checks.Target;
import io.platformapi.verify.wire.UnsendableRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;

/**
 * Sends cases, and tells a server that leaves one unanswered from a server that is no more.
 *
 * <ol>
 *   <li>A server that says "not now" is asked again.
 *   <li>One that nobody is found at is looked for again within two seconds: it may be starting anew.
 *   <li>After three requests in a row without an answer it is asked for nothing in particular; if that has no answer
 *       either, it is gone.
 * </ol>
 */
final class Sender {

    private static final int ENOUGH = 3;
    private static final long[] LOOKING_AGAIN_MILLIS = {250, 500, 1000};

    private final Target target;
    private final Case probe;
    private final RunLimits limits;
    private final Patience patience;
    private final Outcome outcome;
    private int unanswered;
    private int slow;
    private int limited;

    Sender(Target target, Case probe, RunLimits limits, Patience patience, Outcome outcome) {
        this.target = target;
        this.probe = probe;
        this.limits = limits;
        this.patience = patience;
        this.outcome = outcome;
    }

    /** Begins with another operation. */
    void begin() {
        slow = 0;
        limited = 0;
    }

    /** Why the rest of an operation had better be left out; empty as long as there is no reason. */
    Optional<String> weariness() {
        return slow >= ENOUGH
                ? Optional.of("the " + ENOUGH + " before took more than " + RunLimits.shown(limits.answer()) + " each")
                : limited >= ENOUGH
                        ? Optional.of("the " + ENOUGH + " before were answered with \"not now\" to the end")
                        : Optional.empty();
    }

    /** Sends a case; empty if there is no answer to look at. */
    Optional<Exchange> exchange(Case asked) throws ServerGone {
        try {
            Exchange exchange =
                    new Exchange(asked, answer(asked), request -> patience.answer(target, request, asked.answering()));
            unanswered = 0;
            slow = 0;
            limited = RateLimited.leavesOpen(exchange) ? limited + 1 : 0;
            outcome.answered(exchange);
            return Optional.of(exchange);
        } catch (UnsendableRequest e) {
            outcome.unsendable(asked, "it cannot be sent (" + e.getMessage() + ")");
        } catch (InterruptedIOException e) {
            if (!(e instanceof java.net.SocketTimeoutException)) {
                return Optional.empty(); // the run is over
            }
            silent(asked, e);
        } catch (IOException e) {
            silent(asked, e);
        } catch (RuntimeException | Error e) {
            outcome.unsendable(asked, "it could not be sent (" + Mishap.of(e) + ")");
        } finally {
            outcome.waited(patience.waited());
        }
        return Optional.empty();
    }

    private HttpResponse answer(Case asked) throws IOException {
        int looked = 0;
        while (true) {
            try {
                return patience.answer(target, asked.request(), asked.answering());
            } catch (IOException e) {
                boolean lost = outcome.hasAnswers() && Silence.isNobody(e) && looked < LOOKING_AGAIN_MILLIS.length;
                if (!lost) {
                    throw e;
                }
                pause(LOOKING_AGAIN_MILLIS[looked++]);
            }
        }
    }

    private static void pause(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while looking for the server");
        }
    }

    private void silent(Case asked, IOException silence) throws ServerGone {
        boolean nobody = Silence.isNobody(silence);
        boolean never = !outcome.hasAnswers() && (nobody || Silence.isInsecure(silence));
        if (!never && !(nobody && outcome.hasAnswers())) {
            outcome.add(asked, silence, limits);
        }
        boolean isSlow = silence instanceof HttpTimeoutException
                || silence instanceof UnfinishedAnswer unfinished && unfinished.isSlow();
        slow = isSlow ? slow + 1 : 0;
        unanswered++;
        if (never || nobody || unanswered % ENOUGH == 0 && !isAlive()) {
            throw new ServerGone(silence);
        }
    }

    private boolean isAlive() {
        try {
            HttpRequest anything = probe.request();
            target.answer(anything);
            return true;
        } catch (UnfinishedAnswer e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
