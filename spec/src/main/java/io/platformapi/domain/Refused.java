package io.platformapi.domain;

import io.platformapi.model.ErrorCode;
import io.platformapi.model.ErrorResponse;
import io.platformapi.model.ResponseError;
import io.platformapi.model.ResponseStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is thrown when an operation will not be done, for a reason that the caller can understand. Nothing has changed
 * then.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why an operation is refused, from the first reason that is looked for to the last. */
    public enum Reason {
        /** The caller or the contact may not do this. */
        FORBIDDEN(403),
        /** The request breaks a rule that does not depend on the state of things. */
        INVALID(400),
        /** Something the request names does not exist, or cannot be seen by who asks. */
        NOT_FOUND(404),
        /** The state of things forbids it. */
        CONFLICT(409),
        /** It was done a moment ago, or too often. */
        TOO_SOON(429);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The number of the document's response that tells of it. */
        public int status() {
            return status;
        }
    }

    private final Reason reason;
    private final ErrorCode code;
    private final transient List<Fault> faults;
    private final @Nullable Duration retryAfter;

    private Refused(Reason reason, Fault first, List<Fault> faults, @Nullable Duration retryAfter) {
        super(first.message(), null, false, false);
        this.reason = reason;
        this.code = first.code();
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    static Refused of(Reason reason, Fault fault) {
        return new Refused(reason, fault, List.of(fault), null);
    }

    static Refused invalid(List<Fault> faults) {
        return new Refused(Reason.INVALID, faults.get(0), faults, null);
    }

    static Refused tooSoon(Duration retryAfter) {
        return later("Asked again too soon. Try again after the number of seconds in Retry-After.", retryAfter);
    }

    static Refused tooMany(int most, Duration retryAfter) {
        return later(
                "The contact has as many requests pending, or withdrawn within a day, as it may have: " + most + ".",
                retryAfter);
    }

    private static Refused later(String message, Duration wait) {
        var fault = new Fault(ErrorCode.TOO_MANY_REQUESTS, "", message);
        return new Refused(Reason.TOO_SOON, fault, List.of(), wholeSeconds(wait));
    }

    /** As {@code Retry-After} has it; who repeats a moment too early waits once more. */
    private static Duration wholeSeconds(Duration wait) {
        return Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /** The kind of reason. */
    public Reason reason() {
        return reason;
    }

    /** The reason in the document's words. */
    public ErrorCode code() {
        return code;
    }

    /**
     * Every fault of the same kind that was found, in the order of the request's members; none if no member is to
     * blame.
     */
    public List<Fault> faults() {
        return faults;
    }

    /** After which time, in whole seconds, the same request makes sense again; present if it came too soon. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The document's way to say it. */
    public ErrorResponse response() {
        List<ResponseError> errors = faults.stream()
                .map(fault -> new ResponseError(fault.code(), fault.member(), fault.message(), null))
                .toList();
        return new ErrorResponse(new ResponseStatus(code, getMessage(), null, errors, null));
    }
}
