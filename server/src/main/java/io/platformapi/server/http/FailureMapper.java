package io.platformapi.server.http;

import io.platformapi.domain.Refused;
import io.platformapi.model.ErrorCode;
import io.platformapi.model.ErrorResponse;
import io.platformapi.model.ResponseStatus;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that can be thrown on the way of a request, as what its client is told: refusals in full, failures by a
 * number under which the log has the rest.
 */
public final class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof RequestRefused refused) {
            return Response.status(refused.refusal().status())
                    .entity(refused.refusal())
                    .build();
        }
        if (failure instanceof Refused refused) {
            ResponseBuilder answer = Response.status(refused.reason().status()).entity(refused.response());
            refused.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
            return answer.build();
        }
        if (failure instanceof Unavailable unavailable) {
            return Response.status(503)
                    .header(HttpHeaders.RETRY_AFTER, seconds(unavailable.retryAfter()))
                    .entity(logged(ErrorCode.UNAVAILABLE, "The service is not available at the moment.", failure))
                    .build();
        }
        return Response.status(500)
                .entity(logged(ErrorCode.INTERNAL_ERROR, "Something failed on our side.", failure))
                .build();
    }

    /** What a client is told of a failure that is ours; the log gets the failure itself under the same number. */
    static ErrorResponse logged(ErrorCode code, String message, Throwable failure) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("failure {}", id, failure);
        String text = message + " Quote failure " + id + " when you ask about it.";
        return new ErrorResponse(new ResponseStatus(code, text, null, List.of(), Map.of("FailureId", id)));
    }

    /** A time as {@code Retry-After} has it: whole seconds, at least one. */
    static String seconds(Duration time) {
        return String.valueOf(Math.max(1, time.plusMillis(999).toSeconds()));
    }
}
