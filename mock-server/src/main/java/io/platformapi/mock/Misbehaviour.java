package io.platformapi.mock;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Reply.Wholeness;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How an answer is spoilt, as a bad network or a failing backend would spoil it.
 *
 * @param status a failure that takes its place
 * @param delay how late it is
 * @param wholeness how much of it comes
 * @param type a media type that it claims to be of
 */
record Misbehaviour(Optional<Integer> status, Optional<Delay> delay, Wholeness wholeness, Optional<String> type) {

    /** The names by which clients ask for a part of an answer. */
    static final Map<String, Wholeness> PARTS =
            Map.of("half", Wholeness.HALF, "nothing", Wholeness.NOTHING, "reset", Wholeness.RESET);

    /** An answer of which only some comes. */
    static Misbehaviour of(Wholeness wholeness) {
        return new Misbehaviour(Optional.empty(), Optional.empty(), wholeness, Optional.empty());
    }

    /** The answer, spoilt. */
    Answered spoilt(Answered answered, IntFunction<HttpResponse> failure) {
        HttpResponse response = status.map(failure::apply).orElse(answered.response());
        HttpResponse typed = type.map(name -> new HttpResponse(
                        response.status(), response.headers().with("Content-Type", name), response.body()))
                .orElse(response);
        Answered spoilt = answered.with(typed).failed("failed on demand", wholeness);
        return delay.map(time -> spoilt.after(time.once())).orElse(spoilt);
    }
}
