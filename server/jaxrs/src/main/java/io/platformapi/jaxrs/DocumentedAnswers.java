package io.platformapi.jaxrs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * What a resource returns, as the document says it is answered: by the one success that is documented, in the type that
 * the client accepts.
 *
 * @param mapper makes JSON of values
 */
record DocumentedAnswers(Contract contract, JsonMapper mapper) implements ContainerResponseFilter {

    private static final MediaType JSON = MediaType.of("application/json");
    private static final int FIRST_FAILURE = 400;

    /** JAX-RS writes these by itself. */
    private static final List<Class<?>> AS_THEY_ARE =
            List.of(byte[].class, InputStream.class, File.class, StreamingOutput.class);

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        AdmittedRequest.of(context).ifPresent(request -> {
            success(request.route().operation(), response.getStatus()).ifPresent(response::setStatus);
            Object value = response.getEntity();
            if (value != null && !isProblem(value, response)) {
                write(value, request, response);
            }
        });
    }

    /** JAX-RS says 200, or 204 where nothing is returned, whatever the document says. */
    private static Optional<Integer> success(Operation operation, int status) {
        boolean isUsual = status == 200 || status == 204;
        if (!isUsual || operation.responses().containsKey(String.valueOf(status))) {
            return Optional.empty();
        }
        List<Integer> documented = operation.responses().keySet().stream()
                .filter(key -> key.matches("2\\d\\d"))
                .map(Integer::valueOf)
                .toList();
        return documented.size() == 1 ? Optional.of(documented.get(0)) : Optional.empty();
    }

    /** What was thrown is written already. */
    private static boolean isProblem(Object value, ContainerResponseContext response) {
        return value instanceof byte[] && response.getStatus() >= FIRST_FAILURE;
    }

    private void write(Object value, AdmittedRequest request, ContainerResponseContext response) {
        Optional<Response> documented = request.route().operation().response(response.getStatus());
        Optional<MediaType> type = documented
                .flatMap(any -> contract.dialect().answerType(request.route(), any, request.received()))
                .or(() -> documented.flatMap(any -> failure(any, response.getStatus())));
        if (AS_THEY_ARE.stream().anyMatch(raw -> raw.isInstance(value))) {
            type.ifPresent(any -> JaxRs.setBody(response, value, any));
            return;
        }
        try {
            TypedBody body = written(value, documented, type.orElse(JSON));
            JaxRs.setBody(response, body.bytes(), body.type());
        } catch (UnwritableValue problem) {
            refuse(Refusal.unwritable(problem), request, response);
        }
    }

    private TypedBody written(Object value, Optional<Response> documented, MediaType type) {
        JsonNode tree = mapper.valueToTree(value);
        Optional<Content> content = documented.flatMap(any -> any.content(type));
        return content.isEmpty() || type.syntax().equals(JSON.subtype())
                ? new TypedBody(type, new Json().write(tree))
                : contract.dialect().bodies().write(content.get().as(type), tree);
    }

    /** A failure is told whether or not the client accepts its type. */
    private static Optional<MediaType> failure(Response documented, int status) {
        return status < FIRST_FAILURE
                ? Optional.empty()
                : documented.contents().stream()
                        .map(Content::type)
                        .filter(type -> !type.isRange())
                        .findFirst();
    }

    private void refuse(Refusal refusal, AdmittedRequest request, ContainerResponseContext response) {
        HttpResponse answer = contract.dialect().refusal(contract, refusal, request.route(), request.received());
        response.setStatus(answer.status());
        JaxRs.setBody(response, answer.body(), answer.contentType().orElse(JSON));
    }
}
