package io.platformapi.grizzly;

import io.platformapi.contract.http.HttpResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.glassfish.grizzly.Connection;
import org.jspecify.annotations.Nullable;

/**
 * The requests and answers of one connection, one after the other.
 *
 * <ol>
 *   <li>Read a head, to the limit of heads and in the time for one.
 *   <li>Ask the handler. What it answers from the head alone goes out at once; the body is then skipped if it is small
 *       and its end is known, else the connection is closed.
 *   <li>Read the body, to the limit of bodies and in the time for one; ask the client for it if it waits for that.
 *   <li>Ask the handler with it.
 *   <li>Send the answer; read on when all of it is out. What a client pipelines stays in the network meanwhile.
 * </ol>
 *
 * <p>All of it happens in the order of {@link #events}, on whatever thread brings one.
 */
final class Conversation {

    private static final Logger LOG = System.getLogger(Conversation.class.getPackageName());
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LINGERING = Duration.ofSeconds(2);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** What comes next. */
    private enum Phase {
        HEAD,
        HANDLER,
        BODY,
        SENDING,
        SKIPPING,
        LINGERING,
        OVER
    }

    private final Desk desk;
    private final Line line;
    private final Serial events = new Serial(this::settle);
    private final Input input = new Input();

    private Phase phase = Phase.OVER;
    private Connections.Wait wait = new Connections.Wait(0, 0);
    private HeadReader reader;
    private @Nullable Head head;
    private @Nullable BodyReader framing;
    private @Nullable Body body;
    private @Nullable Consumer<byte[]> rest;
    private boolean wholeRequest;
    private Outgoing answer = Outgoing.NONE;
    private Answers.After after = Answers.After.KEPT;

    Conversation(Desk desk, Connection<?> connection) {
        this.desk = desk;
        this.line = new Line(connection);
        this.reader = new HeadReader(desk.limits());
        enter(Phase.HEAD, desk.limits().idleTime());
    }

    /** The client has connected. */
    void opened() {
        desk.connections().enter(this);
        on(() -> {});
    }

    /** Bytes have come. */
    void received(byte[] bytes) {
        on(() -> {
            input.append(bytes);
            proceed();
        });
    }

    /** The client has kept the server waiting too long for what the number stands for. */
    void expire(long number) {
        on(() -> {
            if (wait.number() == number && phase == Phase.BODY) {
                refuse(408);
            } else if (wait.number() == number) {
                abandon();
            }
        });
    }

    /** Goes if the client has not begun another request. */
    void leaveIfIdle() {
        on(() -> {
            if (phase == Phase.HEAD && !reader.hasBegun() && input.size() == 0) {
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
        on(() -> phase = Phase.OVER);
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

    private void enter(Phase next, Duration time) {
        phase = next;
        wait = new Connections.Wait(wait.number() + 1, System.nanoTime() + time.toNanos());
    }

    private void proceed() {
        try {
            boolean more = true;
            while (more) {
                more = switch (phase) {
                    case HEAD -> readHead();
                    case BODY -> readBody();
                    case SKIPPING -> skipBody();
                    default -> false;
                };
            }
            if (phase == Phase.LINGERING) {
                input.clear();
            }
        } catch (Unreadable e) {
            refuse(e.status());
        }
    }

    private boolean readHead() throws Unreadable {
        Head read = reader.read(input);
        if (read != null) {
            head = read;
            wholeRequest = read.bodyLength() == 0;
            enter(Phase.HANDLER, FOR_EVER);
            long asked = wait.number();
            desk.executor().execute(() -> begin(read, asked));
        }
        return false;
    }

    private void begin(Head read, long asked) {
        guarded(asked, () -> {
            Optional<Consumer<byte[]>> next =
                    desk.handler().begin(read, response -> on(() -> answered(asked, response)));
            on(() -> begun(asked, read, next));
        });
    }

    /** Runs the handler; a fault of its own is an answer too. */
    private void guarded(long asked, Runnable handling) {
        try {
            handling.run();
        } catch (Throwable failure) {
            OutOfMemory.tell(failure);
            LOG.log(Level.ERROR, "a request cannot be answered for a fault of the server's own", failure);
            on(() -> {
                if (head != null) {
                    answered(asked, desk.page(500, head.request()));
                }
            });
        }
    }

    private void begun(long asked, Head read, Optional<Consumer<byte[]>> next) {
        if (wait.number() != asked || next.isEmpty()) {
            return;
        }
        if (read.isTooLarge()) {
            refuse(413);
            return;
        }
        framing = BodyReader.of(read, desk.limits().headBytes());
        body = new Body(desk.limits().bodyBytes());
        rest = next.get();
        enter(Phase.BODY, desk.limits().bodyTime());
        if (read.expectsToBeAsked() && input.size() == 0) {
            line.send(CONTINUE, 0, CONTINUE.length, () -> {});
        }
        proceed();
    }

    private boolean readBody() throws Unreadable {
        if (framing == null || body == null || rest == null || !framing.read(input, body)) {
            return false;
        }
        wholeRequest = true;
        byte[] whole = body.bytes();
        Consumer<byte[]> handling = rest;
        enter(Phase.HANDLER, FOR_EVER);
        long asked = wait.number();
        Runnable task = () -> guarded(asked, () -> handling.accept(whole));
        if (Workers.isOne()) {
            task.run();
        } else {
            desk.executor().execute(task);
        }
        return false;
    }

    private boolean skipBody() throws Unreadable {
        if (framing == null || !framing.read(input, Input::skip)) {
            return false;
        }
        listen();
        return true;
    }

    private void listen() {
        reader = new HeadReader(desk.limits());
        head = null;
        framing = null;
        enter(Phase.HEAD, desk.limits().idleTime());
    }

    private void answered(long asked, HttpResponse response) {
        if (head == null || phase == Phase.OVER || !isAwaited(asked)) {
            return;
        }
        boolean readsOn = wholeRequest || isSkipped(head);
        send(response, head.isLasting() && readsOn ? Answers.After.KEPT : Answers.After.CLOSED);
    }

    /** Whether an answer is the first to what was asked, be it before the body or after. */
    private boolean isAwaited(long asked) {
        return phase == Phase.HANDLER && (wait.number() == asked || wait.number() == asked + 2);
    }

    /** Whether it is less work to skip a body that is not read than to connect again; one that may not come is not. */
    private boolean isSkipped(Head read) {
        return read.bodyLength() > 0 && !read.isTooLarge() && !read.expectsToBeAsked();
    }

    private void refuse(int status) {
        wholeRequest = false;
        send(desk.page(status, head == null ? Head.UNREADABLE : head.request()), Answers.After.CLOSED);
    }

    private void send(HttpResponse response, Answers.After then) {
        after = desk.closing().hasBegun() ? Answers.After.CLOSED : then;
        answer = desk.answers()
                .outgoing(response, head == null ? "" : head.request().method(), after);
        body = null;
        rest = null;
        enter(Phase.SENDING, desk.limits().idleTime());
        sendPiece();
    }

    private void sendPiece() {
        answer.send(line, () -> on(this::pieceSent));
    }

    private void pieceSent() {
        if (phase != Phase.SENDING) {
            return;
        }
        if (!answer.isSent()) {
            wait = new Connections.Wait(
                    wait.number(), System.nanoTime() + desk.limits().idleTime().toNanos());
            sendPiece();
        } else {
            answer = Outgoing.NONE;
            afterAnswer();
        }
    }

    private void afterAnswer() {
        if (after == Answers.After.CLOSED && wholeRequest && input.size() == 0) {
            abandon();
        } else if (after == Answers.After.CLOSED) {
            enter(Phase.LINGERING, LINGERING);
            input.clear();
            line.finish();
        } else if (wholeRequest || head == null) {
            listen();
            proceed();
        } else {
            framing = BodyReader.of(head, desk.limits().headBytes());
            enter(Phase.SKIPPING, desk.limits().bodyTime());
            proceed();
        }
    }

    /** What follows from everything that has happened: who is waited for, what is held, and whether to read on. */
    private void settle() {
        if (phase == Phase.OVER) {
            return;
        }
        if (phase == Phase.HANDLER || phase == Phase.SENDING) {
            line.pause();
        } else {
            line.resume();
        }
        long holds = input.capacity() + reader.capacity() + (body == null ? 0 : body.capacity()) + answer.capacity();
        if (phase == Phase.HANDLER && desk.threads() == Threads.WORKERS) {
            desk.connections().works(this, holds);
        } else if (phase == Phase.SENDING) {
            desk.connections().reads(this, holds, wait);
        } else {
            desk.connections().waits(this, holds, wait);
        }
    }
}
