package io.platformapi.mock;

import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.Pacing;
import io.platformapi.grizzly.PieceTaker;
import io.platformapi.grizzly.Reply;
import io.platformapi.grizzly.Reply.Wholeness;
import io.platformapi.grizzly.RequestHandler;
import io.platformapi.mock.proxy.OpenBody;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The mock behind Grizzly: answers heads that say enough, and requests whose bodies have come.
 *
 * <p>An answer that is to be late keeps no thread waiting; of a stream each item is.
 */
final class MockHandler implements RequestHandler {

    /** How long a client has to take its answer in, before the callbacks come that follow it. */
    private static final Duration BREATH = Duration.ofMillis(20);

    private final Mock mock;
    private final Later later;

    MockHandler(Mock mock, Later later) {
        this.mock = mock;
        this.later = later;
    }

    @Override
    public Optional<Consumer<byte[]>> begin(Head head, Reply answer) {
        Mock.Step step = mock.begin(head);
        if (step instanceof Mock.Done done) {
            send(done.answered(), answer);
            return Optional.empty();
        }
        if (step instanceof Mock.Live live) {
            live.stream().send(live.head(), answer, later);
            return Optional.empty();
        }
        if (step instanceof Mock.Elsewhere elsewhere) {
            return Optional.of(body -> elsewhere.answers().apply(body).thenAccept(answered -> send(answered, answer)));
        }
        Mock.Open open = (Mock.Open) step;
        return Optional.of(body -> send(open.answers().apply(body), answer));
    }

    @Override
    public Optional<PieceTaker> beyond(Head head, Reply answer) {
        return mock.beyond(head).map(onward -> {
            onward.answer().thenAccept(answered -> send(answered, answer));
            return onward.body();
        });
    }

    private void send(Answered answered, Reply answer) {
        Answered.Sent sent = answered.sent();
        if (sent.rest().isPresent()) {
            onTime(() -> pass(answered, sent.rest().get(), answer), sent.delay());
            return;
        }
        answered.sequel().afterwards().ifPresent(work -> afterwards(work, sent.delay()));
        AnswerFlow.Pieces pieces = sent.flow().pieces(answered.response(), sent.delay());
        if (!pieces.ends().isEmpty()) {
            Pacing pacing = new Pacing(pieces.ends(), next -> later.run(next, pieces.pause()));
            answer.send(answered.response(), sent.wholeness(), pacing);
        } else {
            onTime(() -> answer.send(answered.response(), sent.wholeness()), sent.delay());
        }
    }

    /** Nothing follows when the mock ends. */
    private void afterwards(Runnable work, Duration delay) {
        later.run(
                () -> {
                    if (!later.isOver()) {
                        work.run();
                    }
                },
                delay.plus(BREATH));
    }

    private void onTime(Runnable sending, Duration delay) {
        if (delay.isZero()) {
            sending.run();
        } else {
            later.run(sending, delay);
        }
    }

    /** Half of what nobody knows the end of is its head. */
    private static void pass(Answered answered, OpenBody body, Reply answer) {
        if (answered.sent().wholeness() == Wholeness.WHOLE) {
            answer.stream(answered.response(), body::await, body);
        } else {
            body.close();
            answer.send(answered.response(), answered.sent().wholeness());
        }
    }
}
