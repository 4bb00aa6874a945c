package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.report.Mishap;
import io.platformapi.verify.Feeding.Fed;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Obstacles;
import io.platformapi.verify.cases.Questions;
import io.platformapi.verify.checks.Exchange;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks each operation all there is to ask of it, one operation after the other, within its share of the time.
 *
 * <p>Of an operation that changes nothing several cases may be on their way at a time, once the first has its answer;
 * what changes something waits until the answers before it were looked at.
 *
 * <p>Where the time is short, an operation stops when its share is over, and goes on when all others had their turn.
 * What an operation leaves of its share is the others'. A valid request is always sent.
 */
final class Turns {

    private final Cases cases;
    private final Examiner examiner;
    private final Feeding feeding;
    private final UniqueKeys keys;
    private final Sending sending;
    private final Target target;
    private final Outcome outcome;
    private final Deadline end;

    /**
     * Turns for the operations of one run.
     *
     * @param target whom the examiner asks
     * @param end when all of them have to be over
     */
    Turns(Cases cases, Examiner examiner, Feeding feeding, Sending sending, Target target, Deadline end) {
        this.cases = cases;
        this.examiner = examiner;
        this.feeding = feeding;
        this.keys = new UniqueKeys(cases, examiner::exchange);
        this.sending = sending;
        this.target = target;
        this.outcome = examiner.outcome();
        this.end = end;
    }

    /**
     * Where an operation stopped.
     *
     * @param from how many cases were taken
     * @param accepted the last valid request that succeeded, answered; null where none did
     */
    private record Stop(
            Operation operation, int from, @Nullable Exchange accepted) {}

    /** What is asked of one operation: its questions, then those like the last request that was accepted. */
    private final class Course {

        private final Operation operation;
        private final List<Exchange> exchanges;
        private final Questions questions;
        private final Deque<Fed> begun = new ArrayDeque<>();
        private Optional<Case> first = Optional.empty();
        private @Nullable Iterator<Case> varied;

        Course(Operation operation, List<Exchange> exchanges) {
            this.operation = operation;
            this.exchanges = exchanges;
            this.questions = cases.questions(operation);
        }

        /** The first case as it is, which is the next one, too. */
        Optional<Case> first() {
            first = next();
            return first;
        }

        /** Passes over the first cases, which were asked before. */
        void pass(int many) {
            for (int passed = 0; passed < many; passed++) {
                next();
            }
        }

        /** The next case as it is. Those that are varied are made when all questions are answered. */
        private Optional<Case> next() {
            if (first.isPresent()) {
                Optional<Case> next = first;
                first = Optional.empty();
                return next;
            }
            Optional<Case> next = varied == null ? questions.next() : Optional.empty();
            if (next.isPresent() || !begun.isEmpty()) {
                return next;
            }
            Iterator<Case> others = varied == null ? varied() : varied;
            varied = others;
            return others.hasNext() ? Optional.of(others.next()) : Optional.empty();
        }

        private Iterator<Case> varied() {
            return accepted(exchanges)
                    .map(one -> cases.varied(operation, one.asked().request()))
                    .orElse(List.of())
                    .iterator();
        }

        /** The next case as it is to be sent; it may be on its way, and others behind it. */
        Optional<Fed> following() throws IOException {
            int most = exchanges.isEmpty() ? 1 : Math.max(1, target.ahead());
            while (begun.size() < most && (begun.isEmpty() || isHarmless(begun.getLast()))) {
                Optional<Case> next = next();
                if (next.isEmpty()) {
                    break;
                }
                Fed fed = feeding.fed(next.get());
                begun.add(fed);
                if (most > 1 && isHarmless(fed)) {
                    target.begin(fed.asked().request());
                }
            }
            return Optional.ofNullable(begun.poll());
        }

        private static boolean isHarmless(Fed fed) {
            return Sending.SAFE_REQUESTS.allows(fed.asked().request().method());
        }
    }

    /** Asks all operations; whether there was the time to ask them everything. */
    boolean play(List<Operation> operations, Verification.Progress progress) throws IOException {
        List<Stop> stops =
                operations.stream().map(each -> new Stop(each, 0, null)).toList();
        while (!stops.isEmpty() && !outcome.isOver()) {
            List<Stop> next = new ArrayList<>();
            for (int i = 0; i < stops.size(); i++) {
                Operation operation = stops.get(i).operation();
                progress.at(i, stops.size(), operation.toString());
                long begun = System.nanoTime();
                Deadline share = end.share(stops.size() - i);
                play(stops.get(i), share).ifPresent(next::add);
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                outcome.note(operation, attempt -> attempt.took(took));
            }
            if (!next.isEmpty() && end.isOver()) {
                return false;
            }
            stops = next;
        }
        return true;
    }

    private Optional<Stop> play(Stop stop, Deadline share) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        Optional.ofNullable(stop.accepted()).ifPresent(exchanges::add);
        outcome.begin(stop.operation());
        examiner.sender().begin();
        Optional<Stop> stopped = Optional.empty();
        try {
            stopped = play(stop, share, exchanges);
        } catch (RuntimeException | Error e) {
            String what = exchanges.isEmpty() ? "no request" : "no other request";
            outcome.note(stop.operation(), attempt -> attempt.hindered(what + " could be made (" + Mishap.of(e) + ")"));
        }
        if (!outcome.isOver()) {
            examiner.compare(exchanges);
        }
        return stopped;
    }

    private Optional<Stop> play(Stop stop, Deadline share, List<Exchange> exchanges) throws IOException {
        Operation operation = stop.operation();
        Course course = new Course(operation, exchanges);
        Optional<Case> first = course.first();
        if (first.isEmpty()) {
            outcome.note(
                    operation,
                    attempt -> attempt.unasked(cases.hindrance(operation).orElseGet(() -> Obstacles.of(operation))));
        }
        feeding.begin(operation, first);
        course.pass(stop.from());
        int taken = stop.from();
        for (Optional<Fed> next = course.following(); next.isPresent(); next = course.following()) {
            Optional<String> weariness = examiner.sender().weariness();
            if (weariness.isPresent()) {
                outcome.note(operation, attempt -> attempt.hindered(weariness.get()));
                return Optional.empty();
            } else if (outcome.isOver()) {
                return Optional.empty();
            } else if (taken > 0 && share.isOver()) {
                return Optional.of(
                        new Stop(operation, taken, accepted(exchanges).orElse(null)));
            }
            ask(operation, next.get()).ifPresent(exchanges::add);
            taken++;
        }
        outcome.tally().left(course.questions.left());
        outcome.note(operation, Attempt::finished);
        return Optional.empty();
    }

    /** The answer to a case, unless it may not be sent; how many may not is told. */
    private Optional<Exchange> ask(Operation operation, Fed fed) throws IOException {
        if (!sending.allows(fed.asked().request().method())) {
            outcome.tally().withheld(1);
            return Optional.empty();
        }
        Optional<Exchange> exchange = keys.exchange(operation, fed.asked());
        exchange.ifPresent(answered -> feeding.learn(fed, answered));
        return exchange.filter(feeding::isRefusedForState).isPresent() ? fresh(operation, fed, exchange) : exchange;
    }

    /** The answer to a case for a fresh resource; the one that there was, where there is none. */
    private Optional<Exchange> fresh(Operation operation, Fed fed, Optional<Exchange> refused) throws IOException {
        Fed fresh = feeding.fresh(fed);
        if (fresh.asked().request().path().equals(fed.asked().request().path())) {
            return refused;
        }
        Optional<Exchange> exchange = keys.exchange(operation, fresh.asked());
        exchange.ifPresent(answered -> feeding.learnFresh(fresh, answered));
        return exchange.or(() -> refused);
    }

    private static Optional<Exchange> accepted(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.asked().isValid())
                .filter(exchange -> exchange.answer().status() / 100 == 2)
                .reduce((earlier, later) -> later);
    }
}
