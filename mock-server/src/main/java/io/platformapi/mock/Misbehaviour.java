package io.platformapi.mock;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Reply.Wholeness;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * How an answer is spoilt, as a bad network or a failing backend would spoil it.
 *
 * @param status a failure that takes its place
 * @param delay how late it is
 * @param wholeness how much of it comes
 * @param type a media type that it claims to be of
 * @param flow how what comes of it, comes
 */
record Misbehaviour(
        Optional<Integer> status, Optional<Delay> delay, Wholeness wholeness, Optional<String> type, AnswerFlow flow) {

    private static final Map<String, Misbehaviour> BY_NAME = Map.of(
            "half", of(Wholeness.HALF, AnswerFlow.USUAL),
            "nothing", of(Wholeness.NOTHING, AnswerFlow.USUAL),
            "reset", of(Wholeness.RESET, AnswerFlow.USUAL),
            "drip", of(Wholeness.WHOLE, AnswerFlow.DRIPPING));

    private static Misbehaviour of(Wholeness wholeness, AnswerFlow flow) {
        return new Misbehaviour(Optional.empty(), Optional.empty(), wholeness, Optional.empty(), flow);
    }

    /** The way in which an answer comes badly, by the name that clients have for it. */
    static Optional<Misbehaviour> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The name of the way in which it comes; empty if it comes well. */
    Optional<String> name() {
        return BY_NAME.entrySet().stream()
                .filter(way -> way.getValue().wholeness() == wholeness
                        && way.getValue().flow() == flow)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The names. */
    static SortedSet<String> names() {
        return new TreeSet<>(BY_NAME.keySet());
    }

    /** The same, and spoilt otherwise besides. */
    Misbehaviour with(Optional<Integer> failure, Optional<Delay> time, Optional<String> claim) {
        return new Misbehaviour(failure, time, wholeness, claim, flow);
    }

    /** As it should be. */
    static final Misbehaviour NONE = of(Wholeness.WHOLE, AnswerFlow.USUAL);

    /** The answer, spoilt. */
    Answered spoilt(Answered answered, IntFunction<HttpResponse> failure) {
        HttpResponse response = status.map(failure::apply).orElse(answered.response());
        HttpResponse typed = type.map(name -> new HttpResponse(
                        response.status(), response.headers().with("Content-Type", name), response.body()))
                .orElse(response);
        Answered spoilt = answered.with(typed).failed("failed on demand", wholeness, flow);
        return delay.map(time -> spoilt.after(time.once())).orElse(spoilt);
    }
}
