package io.platformapi.server.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Content;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.jaxrs.JaxRs;
import io.platformapi.model.WireMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Optional;

/**
 * The way of an answer out: a resource's record, or a refusal, in the format that its request asks for.
 *
 * <p>JSON is left to the JAX-RS writer, which has the same mapper; every other format is written from the mapper's
 * tree.
 */
public final class AnswerFilter implements ContainerResponseFilter {

    private static final MediaType JSON = MediaType.of("application/json");

    private final Contract contract;
    private final Origins origins;
    private final CurrentCaller current;
    private final CurrentSequel sequel;
    private final JsonMapper mapper = WireMapper.create();

    public AnswerFilter(Contract contract, Origins origins, CurrentCaller current, CurrentSequel sequel) {
        this.contract = contract;
        this.origins = origins;
        this.current = current;
        this.sequel = sequel;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        current.leave();
        Optional<CurrentSequel.Told> more = sequel.taken();
        ReceivedRequest exchange = ReceivedRequest.of(request);
        if (response.getEntity() instanceof Refusal refusal) {
            refuse(refusal, exchange, response);
        } else if (response.getEntity() instanceof Record value) {
            writeOrRefuse(value, more, exchange, response);
        }
        if (response.hasEntity()) {
            contract.dialect().answerHeaders(exchange.route()).forEach(response.getHeaders()::putSingle);
        }
        origins.permission(exchange.request()).forEach(response.getHeaders()::add);
    }

    private void refuse(Refusal refusal, ReceivedRequest exchange, ContainerResponseContext response) {
        HttpResponse answer = contract.dialect().refusal(contract, refusal, exchange.route(), exchange.request());
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::add);
        JaxRs.setBody(response, answer.body(), answer.contentType().orElse(JSON));
    }

    private void writeOrRefuse(
            Record value,
            Optional<CurrentSequel.Told> more,
            ReceivedRequest exchange,
            ContainerResponseContext response) {
        try {
            write(value, more, exchange, response);
        } catch (UnwritableValue problem) {
            refuse(Refusal.unwritable(problem), exchange, response);
        }
    }

    private void write(
            Record value,
            Optional<CurrentSequel.Told> more,
            ReceivedRequest exchange,
            ContainerResponseContext response) {
        Optional<Response> documented = exchange.documented(response.getStatus());
        MediaType type = documented
                .flatMap(any -> contract.dialect().answerType((Route.Found) exchange.route(), any, exchange.request()))
                .orElse(JSON);
        Optional<Content> content = documented.flatMap(any -> any.content(JSON));
        if (more.isPresent() && content.isPresent()) {
            begin(value, more.get(), content.get().as(type), response);
            contract.dialect().bodyHeaders(exchange.route(), type).forEach(response.getHeaders()::add);
        } else if (type.syntax().equals(JSON.subtype()) || content.isEmpty()) {
            JaxRs.setBody(response, value, type);
        } else {
            TypedBody body = contract.dialect().bodies().write(content.get().as(type), mapper.valueToTree(value));
            JaxRs.setBody(response, body.bytes(), body.type());
            contract.dialect().bodyHeaders(exchange.route(), type).forEach(response.getHeaders()::add);
        }
    }

    /** Writes what there is of an answer, and keeps the way to the rest. */
    private void begin(Record value, CurrentSequel.Told more, Content content, ContainerResponseContext response) {
        Bodies bodies = contract.dialect().bodies();
        var body = new LongBody(
                value, more.next(), page -> bodies.writeOpen(content, mapper.valueToTree(page), more.list()));
        JaxRs.setBody(response, body.begun(), content.type());
        sequel.keep(body);
    }
}
