package io.platformapi.grizzly;

import io.platformapi.contract.http.HttpResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.Connection;

/**
 * The requests and answers of one connection, one after the other.
 *
 * <ol>
 *   <li>Read a head, to the limit of heads and in the time for one.
 *   <li>Ask the handler. What it answers from the head alone goes out at once; the body is then skipped if it is small
 *       and its end is known, else the connection is closed.
 *   <li>Read the body, to the limit of bodies and in the time for one; ask the client for it if it waits for that.
 *   <li>Ask the handler with it; with a larger one piece by piece, if it wants that.
 *   <li>Send the answer; read on when all of it is out. What a client pipelines stays in the network meanwhile, and
 *       waits until every other connection of the thread has had its turn.
 * </ol>
 *
 * <p>All of it happens in the order of the {@code events}, on whatever thread brings one.
 */
final class Conversation {

    private static final Logger LOG = System.getLogger(Conversation.class.getPackageName());
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LINGERING = Duration.ofSeconds(2);

    private final Desk desk;
    private final Line line;
    private final Serial events = new Serial(this::settle);
    private final Input input = new Input();
    private final Stage stage = new Stage();

    private Incoming request;
    private long asked;
    private Optional<BodyWay> way = Optional.empty();
    private Outgoing answer = Outgoing.NONE;
    private Answers.After after = Answers.After.KEPT;

    Conversation(Desk desk, Connection<?> connection) {
        this.desk = desk;
        this.line = new Line(connection);
        this.request = new Incoming(desk.limits(), line.peer());
        stage.enter(Phase.HEAD, desk.limits().idleTime());
    }

    /** The client has connected. */
    void opened() {
        desk.connections().enter(this);
        on(() -> {});
    }

    /** Bytes have come. */
    void received(byte[] bytes) {
        line.hold();
        on(() -> {
            input.append(bytes);
            proceed();
        });
    }

    /** The client has kept the server waiting too long for what the number stands for. */
    void expire(long number) {
        on(() -> {
            if (stage.current().number() == number && stage.is(Phase.BODY)) {
                refuse(408);
            } else if (stage.current().number() == number) {
                abandon();
            }
        });
    }

    /** Goes if the client has not begun another request, or reads an answer of which nobody knows the end. */
    void leaveIfIdle() {
        on(() -> {
            if (answer.isEndless() || stage.is(Phase.HEAD) && !request.hasBegun() && input.size() == 0) {
                abandon();
            }
        });
    }

    /** Ends at once, whatever it is at. */
    void abandon() {
        line.cut();
    }

    /** The connection is no more. */
    void closed() {
        desk.connections().leave(this);
        on(() -> {
            stage.end();
            dropBody();
            dropAnswer();
        });
    }

    private void on(Runnable event) {
        events.run(() -> {
            try {
                event.run();
            } catch (Throwable failure) {
                OutOfMemory.tell(failure);
                LOG.log(Level.ERROR, "a connection is closed for a fault of the server's own", failure);
                abandon();
            }
        });
    }

    private void proceed() {
        try {
            switch (stage.phase()) {
                case HEAD -> readHead();
                case BODY -> readBody();
                case SKIPPING -> skipBody();
                case LINGERING, STREAMING -> input.clear(); // the connection is closed afterwards
                default -> {} // what has come is the next request's
            }
        } catch (Unreadable e) {
            refuse(e.status());
        }
    }

    private void readHead() throws Unreadable {
        Head head = request.readHead(input);
        if (head != null) {
            stage.enter(Phase.HANDLER, Stage.FOR_EVER);
            asked++;
            long question = asked;
            desk.executor().execute(() -> guarded(question, () -> begin(question, head)));
        }
    }

    private void begin(long question, Head head) {
        Reply reply = (response, whole, pacing) -> on(() -> answered(question, response, whole.after(), pacing));
        desk.handler()
                .begin(head, reply)
                .map(taker -> new BodyWay(request, taker, () -> desk.handler().beyond(head, reply)))
                .ifPresent(begun -> on(() -> begun(question, head, begun)));
    }

    /** Runs the handler; a fault of its own is an answer too. */
    private void guarded(long question, Runnable handling) {
        try {
            handling.run();
        } catch (Throwable failure) {
            OutOfMemory.tell(failure);
            LOG.log(Level.ERROR, "a request cannot be answered for a fault of the server's own", failure);
            on(() -> answered(question, desk.page(500, request.request()), Answers.After.KEPT, Pacing.NONE));
        }
    }

    private void begun(long question, Head head, BodyWay taken) {
        if (question != asked || !stage.is(Phase.HANDLER)) {
            return;
        }
        way = Optional.of(taken);
        if (head.isTooLarge() && !taken.pass()) {
            refuse(413);
            return;
        }
        stage.enter(Phase.BODY, desk.limits().bodyTime());
        if (head.expectsToBeAsked() && input.size() == 0) {
            line.send(CONTINUE, 0, CONTINUE.length, () -> {});
        }
        proceed();
    }

    private void readBody() throws Unreadable {
        BodyWay.Step next = way.isPresent() ? way.get().read(input) : new BodyWay.Nothing();
        long question = asked;
        if (next instanceof BodyWay.Last last) {
            stage.enter(Phase.HANDLER, Stage.FOR_EVER);
            Executor executor = Workers.isOne() ? Runnable::run : desk.executor();
            executor.execute(() -> guarded(question, last.work()));
        } else if (next instanceof BodyWay.Some some) {
            stage.enter(Phase.PASSING, Stage.FOR_EVER);
            long passing = stage.current().number();
            some.work()
                    .accept(() ->
                            on(() -> goOn(passing, Phase.BODY, desk.limits().bodyTime())));
        }
    }

    private void skipBody() throws Unreadable {
        if (request.skipBody(input)) {
            listen();
        }
    }

    /** The first answer to what was asked counts. */
    private void answered(long question, HttpResponse response, Answers.After then, Pacing pacing) {
        if (question == asked && stage.isAsking(way.filter(BodyWay::isPassed).isPresent())) {
            send(response, then == Answers.After.KEPT && !request.isLasting() ? Answers.After.CLOSED : then, pacing);
        } else {
            pacing.source().ifPresent(PieceSource::close);
        }
    }

    private void refuse(int status) {
        send(desk.page(status, request.request()), Answers.After.CLOSED, Pacing.NONE);
    }

    private void send(HttpResponse response, Answers.After then, Pacing pacing) {
        after = then == Answers.After.KEPT && desk.closing().hasBegun() ? Answers.After.CLOSED : then;
        answer = desk.answers().outgoing(response, request.request().method(), after, request.paced(pacing, desk));
        dropBody();
        stage.enter(
                answer.isEndless() ? Phase.STREAMING : Phase.SENDING,
                desk.limits().idleTime());
        sendPiece();
    }

    private void sendPiece() {
        answer.send(line, () -> on(this::pieceSent));
    }

    private void pieceSent() {
        if (!stage.isSending()) {
            return;
        }
        if (answer.isSent()) {
            dropAnswer();
            afterAnswer();
        } else if (answer.waits()) { // not for the client, so that no limit of time counts
            stage.prolong(Stage.FOR_EVER);
            Outgoing waiting = answer;
            answer.whenItIsTime(() -> on(() -> sendNext(waiting)));
        } else {
            stage.prolong(desk.limits().idleTime());
            sendPiece();
        }
    }

    private void dropBody() {
        way.ifPresent(BodyWay::leave);
        way = Optional.empty();
        request.dropBody();
    }

    private void dropAnswer() {
        answer.drop();
        answer = Outgoing.NONE;
    }

    private void sendNext(Outgoing waiting) {
        if (stage.isSending() && answer == waiting) {
            stage.prolong(desk.limits().idleTime());
            sendPiece();
        }
    }

    private void afterAnswer() {
        if (after == Answers.After.KEPT && request.isWhole()) {
            listen();
        } else if (after == Answers.After.KEPT) {
            stage.enter(Phase.SKIPPING, desk.limits().bodyTime());
            proceed();
        } else if (after != Answers.After.CLOSED || request.isWhole() && input.size() == 0) {
            line.end(after);
        } else { // whoever is still sending would lose the answer
            stage.enter(Phase.LINGERING, LINGERING);
            input.clear();
            line.finish();
        }
    }

    private void listen() {
        request = new Incoming(desk.limits(), line.peer());
        if (input.size() == 0) {
            stage.enter(Phase.HEAD, desk.limits().idleTime());
        } else {
            stage.enter(Phase.TURN, desk.limits().idleTime());
            long turn = stage.current().number();
            line.afterOthers(() -> on(() -> goOn(turn, Phase.HEAD, desk.limits().idleTime())));
        }
    }

    /** What was waited for is there, if nothing else has come between. */
    private void goOn(long waited, Phase next, Duration time) {
        if (stage.current().number() == waited && !stage.is(Phase.OVER)) {
            stage.enter(next, time);
            proceed();
        }
    }

    /** What follows from everything that has happened: who is waited for, what is held, and whether to read on. */
    private void settle() {
        if (stage.is(Phase.OVER)) {
            return;
        }
        line.follow(stage);
        long holds = (long) input.capacity() + request.capacity() + answer.capacity();
        desk.connections().hear(this, holds, stage, desk.threads());
    }
}
