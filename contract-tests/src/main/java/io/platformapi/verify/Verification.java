package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.TypesUsed.Decoding;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tests one server against one contract.
 *
 * <ol>
 *   <li>The contract's operations become cases.
 *   <li>Each case is sent, one after the other: servers have state, and a failure must be told from its neighbour's.
 *   <li>Every check looks at every answer, some at all answers of an operation together.
 *   <li>What is wrong is gathered by cause; what could not be tested is told as well.
 * </ol>
 */
public final class Verification {

    private final Cases cases;
    private final Checks checks;
    private final Target target;
    private final Progress progress;

    /**
     * A verification.
     *
     * @param cases what to ask
     * @param checks what to look for
     * @param target whom to ask
     * @param progress told of each step
     */
    public Verification(Cases cases, Checks checks, Target target, Progress progress) {
        this.cases = cases;
        this.checks = checks;
        this.target = target;
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

    /**
     * Runs every case.
     *
     * @throws ConnectException if nobody listens
     */
    public Outcome outcome(List<Operation> operations) throws ConnectException {
        Outcome outcome = new Outcome();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            progress.at(i, operations.size(), operation.toString());
            List<Case> all = cases.of(operation);
            outcome.begin(operation, all);
            cases.hindrance(operation).ifPresent(why -> outcome.hindered(operation, why));
            List<Exchange> exchanges = new ArrayList<>();
            for (Case asked : all) {
                play(asked, outcome).ifPresent(exchanges::add);
            }
            outcome.end(checks.failures(exchanges));
        }
        for (Case asked : cases.beside()) {
            play(asked, outcome);
        }
        progress.at(operations.size(), operations.size(), "");
        return outcome;
    }

    private Optional<Exchange> play(Case asked, Outcome outcome) throws ConnectException {
        try {
            HttpResponse answer = target.answer(asked.request());
            Exchange exchange = new Exchange(asked, answer, target);
            outcome.add(
                    exchange, checks.failures(exchange), checks.reads(exchange) ? Decoding.DONE : Decoding.NOT_DONE);
            return Optional.of(exchange);
        } catch (ConnectException e) {
            throw e;
        } catch (IOException e) {
            outcome.add(asked, e);
            return Optional.empty();
        }
    }
}
