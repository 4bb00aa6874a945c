package io.platformapi.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.Content;
import io.platformapi.contract.Response;
import io.platformapi.contract.Route;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.UnwritableValue;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.model.WireMapper;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The way of an answer out: a resource's record, or a refusal, in the format that its request asks for. JSON is written
 * of the record, every other format of its tree. Safe for many threads.
 */
final class AnswerWriter {

    private static final MediaType JSON = MediaType.of("application/json");

    private final Contract contract;
    private final JsonMapper mapper = WireMapper.create();

    AnswerWriter(Contract contract) {
        this.contract = contract;
    }

    /** The status of a refusal is the dialect's, as all that is answered to it. */
    ServedAnswer refused(Refusal refusal, ReceivedRequest exchange) {
        HttpResponse answer = contract.dialect().refusal(contract, refusal, exchange.route(), exchange.request());
        return ServedAnswer.whole(answer).with(contract.dialect().answerHeaders(exchange.route()));
    }

    /**
     * An answer of a record.
     *
     * @param more what follows it, if the list in it goes on
     */
    ServedAnswer of(int status, Record value, Optional<CurrentSequel.Told> more, ReceivedRequest exchange) {
        try {
            return written(status, value, more, exchange)
                    .with(contract.dialect().answerHeaders(exchange.route()));
        } catch (UnwritableValue problem) {
            return refused(Refusal.unwritable(problem), exchange);
        }
    }

    private ServedAnswer written(
            int status, Record value, Optional<CurrentSequel.Told> more, ReceivedRequest exchange) {
        Optional<Response> documented = exchange.documented(status);
        MediaType type = documented
                .flatMap(any -> contract.dialect().answerType((Route.Found) exchange.route(), any, exchange.request()))
                .orElse(JSON);
        Optional<Content> content = documented.flatMap(any -> any.content(JSON));
        if (more.isPresent() && content.isPresent()) {
            Content typed = content.get().as(type);
            LongBody body = begun(value, more.get(), typed);
            Headers fields = contract.dialect().bodyHeaders(exchange.route(), type);
            return new ServedAnswer(response(status, typed.type(), body.begun()).with(fields), Optional.of(body));
        }
        if (type.syntax().equals(JSON.subtype()) || content.isEmpty()) {
            return ServedAnswer.whole(response(status, type, json(value)));
        }
        TypedBody body = contract.dialect().bodies().write(content.get().as(type), mapper.valueToTree(value));
        return ServedAnswer.whole(response(status, body.type(), body.bytes())
                .with(contract.dialect().bodyHeaders(exchange.route(), type)));
    }

    /** What there is of an answer, and the way to the rest. */
    private LongBody begun(Record value, CurrentSequel.Told more, Content content) {
        Bodies bodies = contract.dialect().bodies();
        return new LongBody(
                value, more.next(), page -> bodies.writeOpen(content, mapper.valueToTree(page), more.list()));
    }

    private byte[] json(Record value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse response(int status, MediaType type, byte[] body) {
        return HttpResponse.of(status, type.toString(), body);
    }
}
