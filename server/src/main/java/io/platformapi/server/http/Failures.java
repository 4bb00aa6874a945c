package io.platformapi.server.http;

import io.platformapi.model.ErrorCode;
import io.platformapi.model.ErrorResponse;
import io.platformapi.model.ResponseStatus;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What clients are told of failures that are ours: a number, under which the log has all the rest. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Something failed that nobody foresaw. */
    static ErrorResponse internal(@Nullable Throwable cause) {
        return logged(ErrorCode.INTERNAL_ERROR, "Something failed on our side.", cause);
    }

    /** Something is missing that will come back. */
    static ErrorResponse unavailable(@Nullable Throwable cause) {
        return logged(ErrorCode.UNAVAILABLE, "The service is not available at the moment.", cause);
    }

    private static ErrorResponse logged(ErrorCode code, String message, @Nullable Throwable cause) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("failure {}: {}", id, code.wireName(), cause);
        String text = message + " Quote failure " + id + " when you ask about it.";
        return new ErrorResponse(new ResponseStatus(code, text, null, List.of(), Map.of("FailureId", id)));
    }
}
