package io.platformapi.server.http;

import io.platformapi.model.ErrorCode;
import io.platformapi.model.ErrorResponse;
import io.platformapi.model.ResponseStatus;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What clients are told of failures that are ours: a number, under which the log has all the rest. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** A chain of causes may be a circle. */
    private static final int MAX_REASONS = 8;

    private Failures() {}

    /** Something failed that nobody foresaw: the log has the whole of it. */
    static ErrorResponse internal(@Nullable Throwable cause) {
        String id = newId();
        LOG.error("failure {}: {}", id, ErrorCode.INTERNAL_ERROR.wireName(), cause);
        return document(ErrorCode.INTERNAL_ERROR, "Something failed on our side.", id);
    }

    /**
     * Something is missing that will come back. Every request meets it until then, at any rate, so the log has a line
     * of each, and the traces of the stack, which are all alike, only if it is asked for all details.
     */
    static ErrorResponse unavailable(@Nullable Throwable cause) {
        String id = newId();
        LOG.warn("failure {}: {}: {}", id, ErrorCode.UNAVAILABLE.wireName(), reasons(cause));
        LOG.debug("failure {}", id, cause);
        return document(ErrorCode.UNAVAILABLE, "The service is not available at the moment.", id);
    }

    /** An answer that had begun ends before it is whole: its client can only be cut off. */
    static String brokenOff(long bytes, Throwable cause) {
        String id = newId();
        LOG.error("failure {}: an answer is broken off after {} bytes: {}", id, bytes, reasons(cause));
        LOG.debug("failure {}", id, cause);
        return id;
    }

    private static String reasons(@Nullable Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .limit(MAX_REASONS)
                .map(Throwable::toString)
                .collect(Collectors.joining(", for "));
    }

    private static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    private static ErrorResponse document(ErrorCode code, String message, String id) {
        String text = message + " Quote failure " + id + " when you ask about it.";
        return new ErrorResponse(new ResponseStatus(code, text, null, List.of(), Map.of("FailureId", id)));
    }
}
