package io.platformapi.mock;

import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the body of an answer comes: item by item where it is a stream, drop by drop where somebody wants it so. */
enum AnswerFlow {
    /** Streams item by item, everything else at once. */
    USUAL,
    /** All of it, in ten pieces over two seconds. */
    DRIPPING;

    private static final int DROPS = 10;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /**
     * A body in pieces.
     *
     * @param ends where each piece ends, in bytes
     * @param pause the time before each
     */
    record Pieces(List<Integer> ends, Duration pause) {

        /** All of it at once. */
        static final Pieces ONE = new Pieces(List.of(), Duration.ZERO);
    }

    /** The pieces of an answer that is to be late by a delay: each item of a stream is. */
    Pieces pieces(HttpResponse answer, Duration delay) {
        byte[] body = answer.body();
        if (this == DRIPPING) {
            return new Pieces(drops(body.length), PAUSE);
        }
        boolean streams =
                !delay.isZero() && answer.contentType().filter(Bodies::isStream).isPresent();
        return streams ? new Pieces(items(body, isOfEvents(answer)), delay) : Pieces.ONE;
    }

    private static boolean isOfEvents(HttpResponse answer) {
        return answer.contentType().filter(AnswerFlow::isOfEvents).isPresent();
    }

    private static boolean isOfEvents(MediaType type) {
        return type.essence().equals("text/event-stream");
    }

    private static List<Integer> drops(int length) {
        List<Integer> ends = new ArrayList<>();
        for (int drop = 1; drop <= DROPS; drop++) {
            ends.add((int) ((long) length * drop / DROPS));
        }
        return ends.stream().filter(end -> end > 0).distinct().toList();
    }

    /** An event ends with an empty line, any other item with its own. */
    private static List<Integer> items(byte[] body, boolean events) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < body.length; i++) {
            boolean ended = body[i] == '\n' && (!events || i > 0 && body[i - 1] == '\n');
            if (ended) {
                ends.add(i + 1);
            }
        }
        return ends.isEmpty() ? List.of(body.length) : ends;
    }
}
