package io.platformapi.jaxrs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.format.Json;
import io.platformapi.grizzly.OutOfMemory;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a resource throws, as {@code application/problem+json} (RFC 9457): JAX-RS's own exceptions by their status and
 * message, everything else as a 500 with a number, under which the log has the rest.
 */
final class ThrownAnswers implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ThrownAnswers.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        OutOfMemory.tell(thrown);
        if (thrown instanceof WebApplicationException known) {
            Response response = known.getResponse();
            return response.hasEntity() || response.getStatus() / 100 < 4 ? response : problem(known, response);
        }
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.log(Level.SEVERE, "failure " + id, thrown);
        String detail = "Something failed on our side. Quote failure " + id + " when you ask about it.";
        return problem(Response.serverError(), 500, "Internal Server Error", detail);
    }

    private static Response problem(WebApplicationException thrown, Response response) {
        int status = response.getStatus();
        String title = response.getStatusInfo().getReasonPhrase();
        String message = String.valueOf(thrown.getMessage());
        boolean isSaid = !message.equals("HTTP " + status + " " + title) && !message.equals("null");
        return problem(Response.fromResponse(response), status, title, isSaid ? message : title + ".");
    }

    private static Response problem(Response.ResponseBuilder answer, int status, String title, String detail) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return answer.entity(new Json().write(problem))
                .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .build();
    }
}
