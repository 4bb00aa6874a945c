package io.platformapi.domain;

import io.platformapi.model.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
        FORBIDDEN,
        /** The request breaks a rule that does not depend on the state of things. */
        INVALID,
        /** Something the request names does not exist, or cannot be seen by who asks. */
        NOT_FOUND,
        /** The state of things forbids it. */
        CONFLICT,
        /** It was done a moment ago. */
        TOO_SOON,
        /** It was done too often. */
        TOO_MUCH
    }

    private final Reason reason;
    private final ErrorCode code;
    private final transient List<Mistake> faults;
    private final @Nullable Duration retryAfter;

    private Refused(Reason reason, Mistake first, List<Mistake> faults, @Nullable Duration retryAfter) {
        super(first.message(), null, false, false);
        this.reason = reason;
        this.code = first.code();
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    static Refused of(Reason reason, Mistake fault) {
        return new Refused(reason, fault, List.of(fault), null);
    }

    static Refused invalid(List<Mistake> faults) {
        return new Refused(Reason.INVALID, faults.get(0), faults, null);
    }

    static Refused tooSoon(Duration retryAfter) {
        return later(Reason.TOO_SOON, "Asked again too soon.", retryAfter);
    }

    static Refused tooMany(int most, Duration retryAfter) {
        return later(
                Reason.TOO_MUCH,
                "The contact has as many requests pending, or withdrawn within a day, as it may have: " + most + ".",
                retryAfter);
    }

    private static Refused later(Reason reason, String message, Duration wait) {
        return new Refused(reason, new Mistake(ErrorCode.TOO_MANY_REQUESTS, "", message), List.of(), wait);
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
    public List<Mistake> faults() {
        return faults;
    }

    /** After which time the same request makes sense again; present if it came too soon. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
