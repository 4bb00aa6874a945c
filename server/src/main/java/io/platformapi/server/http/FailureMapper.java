package io.platformapi.server.http;

import io.platformapi.domain.Refused;
import io.platformapi.grizzly.OutOfMemory;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;

/**
 * Everything that can be thrown on the way of a request, as what its client is told: refusals in full, failures by a
 * number under which the log has the rest.
 */
public final class FailureMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable failure) {
        OutOfMemory.tell(failure);
        if (failure instanceof Refused refused) {
            ResponseBuilder answer = Response.status(refused.reason().status()).entity(refused.response());
            refused.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
            return answer.build();
        }
        if (failure instanceof Unavailable unavailable) {
            return Response.status(503)
                    .header(HttpHeaders.RETRY_AFTER, seconds(unavailable.retryAfter()))
                    .entity(Failures.unavailable(failure))
                    .build();
        }
        return Response.status(500).entity(Failures.internal(failure)).build();
    }

    /** A time as {@code Retry-After} has it: whole seconds, at least one. */
    static String seconds(Duration time) {
        return String.valueOf(Math.max(1, time.plusMillis(999).toSeconds()));
    }
}
