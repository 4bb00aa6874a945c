package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.report.Coverage;
import io.platformapi.report.Coverage.Point;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.checks.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of testing one operation.
 *
 * <p>It is tested once a valid request is answered as one that succeeded: by 2xx or a documented 3xx. Where the
 * document promises no success at all, any documented answer will do.
 */
final class Attempt {

    private final Operation operation;
    private final TypesUsed types;
    private final Reached reached;
    private final Map<Miss, Integer> misses = new LinkedHashMap<>();
    private final Set<Miss> pages = new LinkedHashSet<>();
    private final Map<String, Integer> gaps = new LinkedHashMap<>();
    private @Nullable Case valid;
    private boolean tested;
    private int sent;
    private boolean unasked;
    private boolean finished;
    private String obstacle = "";
    private Duration time = Duration.ZERO;

    Attempt(Operation operation) {
        this.operation = operation;
        this.types = new TypesUsed(operation);
        this.reached = new Reached(operation);
    }

    TypesUsed types() {
        return types;
    }

    Reached reached() {
        return reached;
    }

    /** How long it took. */
    Duration time() {
        return time;
    }

    void took(Duration more) {
        time = time.plus(more);
    }

    /** What was reached of it. */
    Coverage coverage() {
        List<Point> points = new ArrayList<>(reached.points());
        points.add(new Point("operations", "succeeded", tested ? 1 : 0));
        return types.coverage(points);
    }

    boolean isTested() {
        return tested;
    }

    /** Whether every valid request was answered with one status that is no success. */
    boolean isClosed(int status) {
        return !tested && !misses.isEmpty() && misses.keySet().stream().allMatch(miss -> miss.status() == status);
    }

    /** Whether nothing could be asked, because no valid request could be made up. */
    boolean isUnasked() {
        return unasked;
    }

    Optional<Case> valid() {
        return Optional.ofNullable(valid);
    }

    /** What was answered to valid requests in place of a success. */
    List<Miss> misses() {
        return List.copyOf(misses.keySet());
    }

    /** The pages of HTML that came where the document promises none; one without a name for any other answer. */
    Set<Miss> pages() {
        return Set.copyOf(pages);
    }

    /** All there was to ask was asked. */
    void finished() {
        finished = true;
    }

    /** Why there is nothing to ask. */
    void unasked(String why) {
        unasked = true;
        obstacle = why;
    }

    /** Why no request could be made at all, or no other. */
    void hindered(String why) {
        obstacle = why;
    }

    void sent(Case asked) {
        sent++;
        reached.expect(asked);
    }

    /** Takes what kept a request from being tested. */
    void gap(String reason) {
        gaps.merge(reason, 1, Integer::sum);
    }

    /** Takes the answer to a request that the contract calls valid. */
    void answered(Exchange exchange) {
        ask(exchange.asked());
        boolean promised = operation
                .response(exchange.answer().status())
                .flatMap(response -> exchange.answer().contentType().flatMap(response::content))
                .isPresent();
        pages.add(promised ? Miss.NONE : Miss.of(exchange.answer()));
        if (isSuccess(exchange.answer().status())) {
            tested = true;
        } else {
            misses.merge(Miss.of(exchange.answer()), 1, Integer::sum);
        }
    }

    /** Takes that a valid request was sent, whatever comes of it. */
    void ask(Case asked) {
        if (valid == null && asked.expected().verdict() != Verdict.REFUSED) {
            valid = asked;
        }
    }

    private boolean isSuccess(int status) {
        if (operation.responses().keySet().stream().noneMatch(key -> key.matches("[23].*|default"))) {
            return status / 100 == 2 || operation.response(status).isPresent();
        }
        return status / 100 == 2
                || status / 100 == 3
                        && operation.responses().keySet().stream()
                                .anyMatch(key -> key.equals(String.valueOf(status)) || key.equalsIgnoreCase("3XX"));
    }

    /** What was not tested of it, when the run has come to its end. */
    List<Untested> untested(End end) {
        List<Untested> untested = new ArrayList<>();
        if (!tested) {
            untested.add(untested(CheckId.OPERATION_TESTED.id(), "Not tested: " + why(end) + "."));
        } else if (!finished) {
            untested.add(untested(
                    CheckId.OPERATION_FINISHED.id(),
                    "Tested in part: no more than " + counted(sent, "request was", "requests were") + " sent, because "
                            + leftOut(end) + "."));
        }
        gaps.forEach((reason, times) -> untested.add(untested(
                CheckId.REQUEST_TESTED.id(),
                counted(times, "request was", "requests were") + " not tested: " + reason + ".")));
        return untested;
    }

    private String why(End end) {
        if (!misses.isEmpty()) {
            return "the valid requests were answered with "
                    + misses.entrySet().stream()
                            .map(miss -> miss.getKey() + times(miss.getValue()))
                            .collect(Collectors.joining(", "))
                    + (finished ? "" : ", and no more were sent, because " + leftOut(end));
        }
        if (valid != null) {
            return "no valid request was answered";
        }
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        return finished ? "no valid request is among those that are asked" : end.reason();
    }

    private String leftOut(End end) {
        return obstacle.isEmpty() ? end.reason() : obstacle;
    }

    private static String times(int times) {
        return times == 1 ? "" : " (" + times + " times)";
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private Untested untested(String check, String reason) {
        return new Untested(check, operation.toString(), operation.node(), reason, valid);
    }
}
