package io.platformapi.server.http;

import io.platformapi.domain.Refused;
import io.platformapi.domain.Unavailable;
import io.platformapi.grizzly.OutOfMemory;
import io.platformapi.wire.RefusedAnswer;
import io.platformapi.wire.RetryAfter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Everything that can be thrown on the way of a request, as what its client is told: refusals in full, failures by a
 * number under which the log has the rest.
 */
public final class FailureMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable failure) {
        OutOfMemory.tell(failure);
        if (failure instanceof Refused refused) {
            RefusedAnswer answer = RefusedAnswer.of(refused);
            ResponseBuilder told = Response.status(answer.status()).entity(answer.body());
            answer.retryAfter().ifPresent(seconds -> told.header(HttpHeaders.RETRY_AFTER, seconds));
            return told.build();
        }
        if (failure instanceof Unavailable unavailable) {
            return Response.status(503)
                    .header(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(unavailable.retryAfter()))
                    .entity(Failures.unavailable(failure))
                    .build();
        }
        return Response.status(500).entity(Failures.internal(failure)).build();
    }
}
