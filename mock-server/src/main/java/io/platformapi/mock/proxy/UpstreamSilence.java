package io.platformapi.mock.proxy;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;

/** No answer came from upstream; the message says why, and holds nothing of the request. */
public final class UpstreamSilence extends Exception {

    private static final long serialVersionUID = 1;

    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;

    private final int status;

    private UpstreamSilence(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    static UpstreamSilence late(URI base, Duration patience, Throwable cause) {
        String message = base + " did not answer to the end within " + patience.toSeconds() + " seconds.";
        return new UpstreamSilence(GATEWAY_TIMEOUT, message, cause);
    }

    static UpstreamSilence away(URI base, Throwable cause) {
        String said = cause.getMessage();
        String reason = cause instanceof ConnectException
                ? "nobody listens there"
                : said == null ? cause.getClass().getSimpleName() : said;
        return new UpstreamSilence(BAD_GATEWAY, base + " gives no answer: " + reason + ".", cause);
    }

    static UpstreamSilence unsendable(IllegalArgumentException cause) {
        return new UpstreamSilence(BAD_GATEWAY, "The request cannot be handed on: " + cause.getMessage() + ".", cause);
    }

    /** What a gateway answers then (RFC 9110, sections 15.6.3 and 15.6.5). */
    public int status() {
        return status;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
