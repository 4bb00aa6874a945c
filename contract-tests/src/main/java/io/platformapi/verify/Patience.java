package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.RateLimited;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks again where a server says "not now": after the time that it names, or after a little more each time.
 *
 * <p>It gives up where the run would be over by then, after two minutes for one request, and after one wait where the
 * request before was given up. An operation that documents the refusal may mean a rule of its own by it, which is not
 * waited for longer than a minute.
 */
final class Patience {

    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LONGEST_WHERE_DOCUMENTED = Duration.ofMinutes(1);

    private final Deadline deadline;
    private Duration waited = Duration.ZERO;
    private boolean gaveUp;

    Patience(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The answer to a request: the first that is not "not now", or the last one. */
    HttpResponse answer(Target target, HttpRequest request, Optional<Operation> operation) throws IOException {
        HttpResponse answer = target.answer(request);
        Duration before = Duration.ZERO;
        for (int turn = 0; RateLimited.isIn(answer); turn++) {
            Optional<Duration> pause = pause(answer, turn, operation);
            boolean enough = turn > 0 && (gaveUp || before.compareTo(LONGEST) > 0);
            if (enough || pause.isEmpty() || pause.get().compareTo(deadline.left()) >= 0) {
                gaveUp = true;
                return answer;
            }
            sleep(pause.get());
            before = before.plus(pause.get());
            answer = target.answer(request);
        }
        gaveUp = false;
        return answer;
    }

    private Optional<Duration> pause(HttpResponse answer, int turn, Optional<Operation> operation) {
        Optional<Duration> named = WhenToComeBack.of(answer, Instant.now());
        boolean ownRule = operation
                .filter(one -> one.responses().containsKey(String.valueOf(answer.status())))
                .isPresent();
        return named.isPresent()
                ? named.filter(time -> !ownRule || time.compareTo(LONGEST_WHERE_DOCUMENTED) <= 0)
                : BACK_OFF.stream().skip(turn).findFirst();
    }

    private void sleep(Duration pause) throws InterruptedIOException {
        try {
            Thread.sleep(pause.toMillis());
            waited = waited.plus(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting to ask again");
        }
    }

    /** How long was waited in all. */
    Duration waited() {
        return waited;
    }
}
