package io.platformapi.grizzly;

import io.platformapi.contract.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** One request, as far as it has come. For one thread at a time. */
final class Incoming {

    private final Limits limits;
    private final HeadReader reader;
    private @Nullable Head head;
    private @Nullable BodyReader framing;
    private @Nullable IncomingBody body;
    private boolean whole;
    private boolean passed;

    /** @param peer the address that it comes from */
    Incoming(Limits limits, String peer) {
        this.limits = limits;
        this.reader = new HeadReader(limits, peer);
    }

    /** Whether anything of it has come. */
    boolean hasBegun() {
        return reader.hasBegun();
    }

    /** Takes what has come of the head; null while it is not whole. */
    @Nullable
    Head readHead(Input input) throws Unreadable {
        head = reader.read(input);
        whole = head != null && head.bodyLength() == 0;
        return head;
    }

    /** Takes what has come of the body; null while it is not whole. */
    byte @Nullable [] readBody(Input input) throws Unreadable {
        whole = framing().read(input, body());
        return whole ? body().bytes() : null;
    }

    /** Takes what has come of a body that is handed on: the piece since the last one. */
    byte[] readPiece(Input input) throws Unreadable {
        whole = framing().read(input, body());
        byte[] piece = body().bytes();
        body = null;
        return piece;
    }

    private IncomingBody body() {
        if (body == null) {
            body = new IncomingBody(passed ? Integer.MAX_VALUE : limits.bodyBytes());
        }
        return body;
    }

    /** Lets the body be as large as it is: somebody takes it while it comes. */
    void pass() {
        passed = true;
        if (body != null) {
            body.grow();
        }
        if (framing != null) {
            framing.grow();
        }
    }

    /** Passes over what has come of the body; tells whether that was all. */
    boolean skipBody(Input input) throws Unreadable {
        whole = framing().read(input, Input::skip);
        return whole;
    }

    private BodyReader framing() {
        if (framing == null) {
            framing = BodyReader.of(head(), passed ? Long.MAX_VALUE : head().mostBody(), limits.headBytes());
        }
        return framing;
    }

    private Head head() {
        return head == null ? new Head(Head.UNREADABLE, 0, 0, 0, "") : head;
    }

    /** The request without its body; {@link Head#UNREADABLE} while its head has not come. */
    HttpRequest request() {
        return head().request();
    }

    /** Whether the client may send another request once this one is answered, the rest of it passed over or not. */
    boolean isLasting() {
        return head().isLasting() && (whole || isSkipped());
    }

    /** How its answer is spread over time, for this client. */
    Pacing paced(Pacing pacing, Desk desk) {
        return pacing.to(head(), desk.executor());
    }

    boolean isWhole() {
        return whole;
    }

    /** Whether it is less work to skip a body that is not read than to connect again; one that may not come is not. */
    private boolean isSkipped() {
        return head().bodyLength() > 0 && !head().isTooLarge() && !head().expectsToBeAsked();
    }

    /** Keeps nothing of the body. */
    void dropBody() {
        body = null;
    }

    /** How much memory this takes, about. */
    int capacity() {
        return reader.capacity() + (body == null ? 0 : body.capacity());
    }
}
