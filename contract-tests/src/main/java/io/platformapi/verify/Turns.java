package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.report.Mishap;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.cases.Obstacles;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks each operation all there is to ask of it, one operation after the other, within its share of the time.
 *
 * <p>Where the time is short, an operation stops when its share is over, and goes on when all others had their turn.
 * What an operation leaves of its share is the others'. A valid request is always sent.
 */
final class Turns {

    private final Cases cases;
    private final Asking asking;
    private final Feeding feeding;
    private final Sending sending;
    private final Outcome outcome;
    private final Deadline end;

    /**
     * Turns for the operations of one run.
     *
     * @param end when all of them have to be over
     */
    Turns(Cases cases, Asking asking, Feeding feeding, Sending sending, Deadline end) {
        this.cases = cases;
        this.asking = asking;
        this.feeding = feeding;
        this.sending = sending;
        this.outcome = asking.outcome();
        this.end = end;
    }

    /**
     * Where an operation stopped.
     *
     * @param from how many cases were asked
     * @param accepted the last valid request that succeeded, answered; null where none did
     */
    private record Stop(
            Operation operation, int from, @Nullable Exchange accepted) {}

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
                outcome.took(operation, Duration.ofNanos(System.nanoTime() - begun));
            }
            if (!next.isEmpty() && end.isOver()) {
                return false;
            }
            stops = next;
        }
        return true;
    }

    private Optional<Stop> play(Stop stop, Deadline share) throws IOException {
        Operation operation = stop.operation();
        List<Case> made = stop.from() == 0 ? begun(operation) : resumed(operation);
        List<Case> all = new ArrayList<>(made);
        if (stop.from() >= made.size()) {
            all.addAll(allowed(varied(operation, Optional.ofNullable(stop.accepted()))));
        }
        List<Exchange> exchanges = new ArrayList<>();
        Optional.ofNullable(stop.accepted()).ifPresent(exchanges::add);
        asking.sender().begin();
        feeding.begin(operation, all);
        for (int i = stop.from(); i < all.size() && !outcome.isOver(); i++) {
            Optional<String> weariness = asking.sender().weariness();
            if (weariness.isPresent()) {
                outcome.hindered(operation, weariness.get());
                break;
            }
            if (i > 0 && share.isOver()) {
                asking.compare(exchanges);
                return Optional.of(new Stop(operation, i, accepted(exchanges).orElse(null)));
            }
            Optional<Exchange> exchange = asking.exchange(feeding.fed(all.get(i)));
            exchange.ifPresent(feeding::learn);
            exchange.ifPresent(exchanges::add);
            if (i == made.size() - 1) {
                List<Case> varied = sendable(varied(operation, accepted(exchanges)));
                outcome.more(varied.size());
                all.addAll(varied);
            }
        }
        if (!outcome.isOver()) {
            asking.compare(exchanges);
        }
        return Optional.empty();
    }

    private static Optional<Exchange> accepted(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.asked().expected().verdict() != Verdict.REFUSED
                        && exchange.asked().expected().verdict() != Verdict.VARIED)
                .filter(exchange -> exchange.answer().status() / 100 == 2)
                .reduce((earlier, later) -> later);
    }

    private List<Case> varied(Operation operation, Optional<Exchange> accepted) {
        return accepted.map(one -> cases.varied(operation, one.asked().request()))
                .orElse(List.of());
    }

    /** The cases of an operation that has stopped before, made once more: to keep them all would take too much. */
    private List<Case> resumed(Operation operation) {
        outcome.resume(operation);
        return allowed(cases.made(operation).cases());
    }

    private List<Case> begun(Operation operation) {
        try {
            Cases.Made made = cases.made(operation);
            List<Case> all = made.cases();
            outcome.tally().left(made.left());
            List<Case> sent = sendable(all);
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

    private List<Case> allowed(List<Case> all) {
        return all.stream()
                .filter(asked -> sending.allows(asked.request().method()))
                .toList();
    }

    /** Those that may be sent; how many may not is told. */
    private List<Case> sendable(List<Case> all) {
        List<Case> sendable = allowed(all);
        outcome.tally().withheld(all.size() - sendable.size());
        return sendable;
    }
}
