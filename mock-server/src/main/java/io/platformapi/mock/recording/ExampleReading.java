package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Header;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Response;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Admission.Admitted;
import io.platformapi.contract.admission.Gates;
import io.platformapi.contract.admission.Gates.Anyone;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.check.Part;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.format.Reading;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.http.TypedBody;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.mock.journal.Redaction;
import io.platformapi.mock.proxy.PlainAnswer;
import io.platformapi.mock.recording.UsedApi.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a request and what an API answered as an example, without credentials. Safe for many threads. */
final class ExampleReading {

    private static final int LARGEST = 1 << 16;
    private static final MediaType TEXT = MediaType.of("text/plain");

    private final Admission admission;
    private final Bodies bodies;
    private final ResponseCheck answers;
    private final Redaction redaction;

    ExampleReading(Contract contract) {
        this.admission = new Admission(contract);
        this.bodies = contract.dialect().bodies();
        this.answers = new ResponseCheck(bodies, Undocumented.ALLOWED);
        this.redaction = Redaction.of(contract);
    }

    /** What an exchange gives. */
    sealed interface Result {}

    /**
     * An example.
     *
     * @param shape what is the same of exchanges that are alike
     */
    record Found(Call call, SortedMap<ExamplePlace, JsonNode> values, SortedMap<ExamplePlace, UsedValue> shape)
            implements Result {}

    /** Nothing to keep, and why. */
    record Unfit(String why) implements Result {}

    Result of(HttpRequest request, HttpResponse response) {
        Passage<Admitted<Anyone>> passage = admission.whole(request, Gates.open());
        if (!(passage instanceof Passage.Reached<Admitted<Anyone>> reached)) {
            return new Unfit("the request breaks the document");
        }
        Operation operation = reached.stage().route().operation();
        Optional<HttpResponse> plain = PlainAnswer.of(response);
        if (plain.isEmpty()) {
            return new Unfit(operation + ": the body is coded in a way that is not read");
        }
        HttpResponse answer = plain.get();
        List<Violation> breaches = answers.violations(operation, request.method(), answer);
        if (!breaches.isEmpty()) {
            Violation first = breaches.get(0);
            return new Unfit(operation + ": the answer breaks the document, " + first.place() + ": expected "
                    + first.expected());
        }
        if (answer.body().length > LARGEST) {
            return new Unfit(operation + ": the answer is larger than " + LARGEST + " bytes");
        }
        return example(reached.stage(), request, answer);
    }

    private Result example(Admitted<Anyone> admitted, HttpRequest request, HttpResponse answer) {
        Operation operation = admitted.route().operation();
        Example example = new Example(new TreeMap<>(), new TreeMap<>());
        Optional<String> problem = answer(operation, answer, example);
        if (problem.isPresent()) {
            return new Unfit(operation + ": " + problem.get());
        }
        for (Part part : admitted.request().parts()) {
            parameter(operation, part).ifPresent(parameter -> {
                if (part.isGiven()) {
                    ExamplePlace place = ExamplePlace.parameter(parameter.in().keyword(), parameter.name());
                    example.put(place, part.value(), parameter.schema());
                }
            });
        }
        body(operation, request, example);
        return new Found(new Call(operation.path().text(), operation.method()), example.values(), example.shape());
    }

    /** What has been read so far. */
    private record Example(SortedMap<ExamplePlace, JsonNode> values, SortedMap<ExamplePlace, UsedValue> shape) {

        void put(ExamplePlace place, JsonNode value, Schema schema) {
            values.put(place, value);
            shape.put(place, UsedValue.of(value, schema));
        }
    }

    private Optional<Parameter> parameter(Operation operation, Part part) {
        return part.in() == In.BODY || redaction.hides(part.in(), part.name())
                ? Optional.empty()
                : operation.parameter(part.in(), part.name());
    }

    private Optional<String> answer(Operation operation, HttpResponse answer, Example example) {
        Response documented = operation.response(answer.status()).orElseThrow();
        MediaType type = answer.contentType().orElse(TEXT);
        Optional<Content> content = answer.body().length == 0 ? Optional.empty() : bodies.content(documented, type);
        if (content.isEmpty()) {
            return Optional.of("an answer " + answer.status() + " without a body has no example");
        }
        Optional<JsonNode> value = bodies.decodes(content.get(), type)
                ? only(content.get(), new TypedBody(type, answer.body()), Reading.RESPONSE)
                : Optional.empty();
        if (value.isEmpty()) {
            return Optional.of("the values of a body in " + type.essence() + " are not read");
        }
        if (isSecret(value.get(), Applied.of(content.get().schema()))) {
            return Optional.of("there is a password in the answer");
        }
        ExamplePlace place =
                ExamplePlace.answer(answer.status(), content.get().type().toString());
        example.put(place, value.get(), content.get().schema());
        documented.headers().forEach((name, header) -> header(name, header, answer, example));
        return Optional.empty();
    }

    private void header(String name, Header header, HttpResponse answer, Example example) {
        boolean single = !header.schema().is(Type.ARRAY) && !header.schema().is(Type.OBJECT);
        if (single && answer.headers().has(name) && !redaction.hides(In.HEADER, name)) {
            example.values()
                    .put(
                            ExamplePlace.header(answer.status(), name),
                            typed(answer.headers().text(name), header.schema()));
        }
    }

    /** A number where the document has one; anything else is a text. */
    private static JsonNode typed(String text, Schema schema) {
        boolean number = schema.is(Type.INTEGER) || schema.is(Type.NUMBER);
        return number && text.matches("-?\\d{1,18}") ? LongNode.valueOf(Long.parseLong(text)) : TextNode.valueOf(text);
    }

    /** A body in parts, or with a password, is no part of the example. */
    private void body(Operation operation, HttpRequest request, Example example) {
        Optional<MediaType> type = request.contentType();
        Optional<Content> content = operation
                .body()
                .filter(any -> request.hasBody() && type.isPresent())
                .filter(any -> !type.get().type().equals("multipart"))
                .flatMap(body -> body.content(type.get()));
        content.flatMap(declared -> only(declared, new TypedBody(type.orElse(TEXT), request.body()), Reading.REQUEST))
                .filter(value ->
                        !isSecret(value, Applied.of(content.orElseThrow().schema())))
                .ifPresent(value -> example.put(
                        ExamplePlace.body(content.orElseThrow().type().toString()),
                        value,
                        content.orElseThrow().schema()));
    }

    private Optional<JsonNode> only(Content content, TypedBody sent, Reading reading) {
        try {
            return bodies.read(content, sent, reading).only();
        } catch (MalformedBody e) { // what is checked has been read before
            return Optional.empty();
        }
    }

    private static boolean isSecret(JsonNode value, Applied schemas) {
        if (schemas.schemas().stream().anyMatch(schema -> schema.format().equals("password"))) {
            return true;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (isSecret(member.getValue(), schemas.member(member.getKey()))) {
                return true;
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (isSecret(value.get(i), schemas.item(i))) {
                return true;
            }
        }
        return false;
    }
}
