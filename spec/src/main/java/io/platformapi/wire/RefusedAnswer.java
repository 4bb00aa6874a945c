package io.platformapi.wire;

import io.platformapi.domain.Refused;
import io.platformapi.model.ErrorResponse;
import io.platformapi.model.ResponseError;
import io.platformapi.model.ResponseStatus;
import java.util.List;
import java.util.Optional;

/**
 * What a client is answered when the rules refuse an operation.
 *
 * @param status the number of the document's response that tells of it
 * @param body the document's way to say it
 * @param retryAfter what {@code Retry-After} says, if the same request makes sense later
 */
public record RefusedAnswer(int status, ErrorResponse body, Optional<String> retryAfter) {

    public static RefusedAnswer of(Refused refused) {
        return new RefusedAnswer(
                status(refused.reason()), body(refused), refused.retryAfter().map(RetryAfter::seconds));
    }

    private static int status(Refused.Reason reason) {
        return switch (reason) {
            case FORBIDDEN -> 403;
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_SOON, TOO_MUCH -> 429;
        };
    }

    private static ErrorResponse body(Refused refused) {
        List<ResponseError> errors = refused.faults().stream()
                .map(fault -> new ResponseError(fault.code(), fault.member(), fault.message(), null))
                .toList();
        String problem = refused.getMessage();
        String message = refused.reason() == Refused.Reason.TOO_SOON ? RetryAfter.advice(problem) : problem;
        return new ErrorResponse(new ResponseStatus(refused.code(), message, null, errors, null));
    }
}
