package io.platformapi.mock.recording;

import io.platformapi.contract.Content;
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
import io.platformapi.contract.body.Body;
import io.platformapi.contract.check.GivenCredentials;
import io.platformapi.contract.check.Part;
import io.platformapi.contract.check.Refusal;
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
import io.platformapi.mock.proxy.PlainAnswer;
import io.platformapi.mock.recording.UsedApi.Call;
import io.platformapi.mock.recording.UsedOperation.UsedAnswer;
import io.platformapi.mock.recording.UsedOperation.UsedBody;
import io.platformapi.mock.recording.UsedOperation.UsedParameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads a request and its answer as a use of the API: the same way in as any request has, but that credentials are not
 * asked for. Safe for many threads.
 */
final class ExchangeReading {

    private static final MediaType TEXT = MediaType.of("text/plain");

    private final Admission admission;
    private final Bodies bodies;
    private final ResponseCheck answers;
    private final GivenCredentials credentials;

    ExchangeReading(Contract contract) {
        this.admission = new Admission(contract);
        this.bodies = contract.dialect().bodies();
        this.answers = new ResponseCheck(bodies, Undocumented.ALLOWED);
        this.credentials = new GivenCredentials(contract.securitySchemes());
    }

    Sighting of(HttpRequest request, HttpResponse response) {
        Passage<Admitted<Anyone>> passage = admission.whole(request, Gates.open());
        if (passage instanceof Passage.Reached<Admitted<Anyone>> reached) {
            return use(reached.stage(), request, response);
        }
        Passage.Ended<Admitted<Anyone>> end = (Passage.Ended<Admitted<Anyone>>) passage;
        return end.refusal()
                .<Sighting>map(refusal -> new Sighting.Misuse(why(request.method(), refusal)))
                .orElseGet(Sighting.Nothing::new);
    }

    private static String why(String method, Refusal refusal) {
        List<Violation> violations = refusal.violations();
        if (!violations.isEmpty()) {
            return expected(violations.get(0));
        }
        return switch (refusal.kind()) {
            case UNROUTED -> "no operation has the path";
            case METHOD -> "the path does not answer " + method;
            default -> "the body is of a type that is not read";
        };
    }

    private static String expected(Violation violation) {
        return violation.place() + ": expected " + violation.expected();
    }

    private Sighting use(Admitted<Anyone> admitted, HttpRequest request, HttpResponse response) {
        Operation operation = admitted.route().operation();
        SortedMap<String, UsedAnswer> answered = new TreeMap<>();
        Optional<HttpResponse> plain = PlainAnswer.of(response);
        List<Violation> breaches = plain.map(answer -> answers.violations(operation, request.method(), answer))
                .orElse(List.of());
        Optional<String> unread = plain.isEmpty()
                ? Optional.of("the body is coded in a way that is not read")
                : breaches.stream().findFirst().map(ExchangeReading::expected);
        if (unread.isEmpty()) {
            operation
                    .response(response.status())
                    .ifPresent(documented -> answered.put(documented.key(), answer(documented, plain.orElseThrow())));
        }
        return new Sighting.Use(
                new Call(operation.path().text(), operation.method()),
                new UsedOperation(
                        parameters(operation, admitted.request().parts()),
                        body(operation, request),
                        answered,
                        credentials(operation, request)),
                unread.map(why -> operation + ": " + why));
    }

    private static SortedMap<String, UsedParameter> parameters(Operation operation, List<Part> parts) {
        SortedMap<String, UsedParameter> sent = new TreeMap<>();
        for (Part part : parts) {
            Optional<Parameter> declared =
                    part.in() == In.BODY ? Optional.empty() : operation.parameter(part.in(), part.name());
            if (part.isGiven() && declared.isPresent()) {
                Parameter parameter = declared.get();
                sent.put(
                        parameter.in().keyword() + " " + parameter.name(),
                        new UsedParameter(UsedValue.of(part.value(), parameter.schema()), true));
            }
        }
        return sent;
    }

    /** Of a request with none that it needs nothing is known: it may be let in without, or not. */
    private SortedSet<String> credentials(Operation operation, HttpRequest request) {
        SortedSet<String> ways = new TreeSet<>();
        operation.security().stream()
                .filter(requirement -> credentials.meet(requirement, request))
                .forEach(requirement ->
                        ways.add(UsedOperation.way(requirement.scopes().keySet())));
        if (ways.size() > 1) {
            ways.remove("");
        }
        return ways;
    }

    private Optional<UsedBody> body(Operation operation, HttpRequest request) {
        return operation.body().filter(any -> request.hasBody()).flatMap(body -> {
            MediaType type = request.contentType().orElse(TEXT);
            Optional<Content> content = request.contentType().isPresent()
                    ? body.content(type)
                    : body.contents().stream().findFirst();
            return content.map(declared -> new UsedBody(
                    new TreeMap<>(Map.of(
                            declared.type().toString(),
                            read(declared, new TypedBody(type, request.body()), Reading.REQUEST))),
                    true));
        });
    }

    private UsedAnswer answer(Response documented, HttpResponse answer) {
        SortedSet<String> headers = new TreeSet<>();
        documented.headers().keySet().stream().filter(answer.headers()::has).forEach(headers::add);
        SortedMap<String, UsedValue> contents = new TreeMap<>();
        Optional<MediaType> type = answer.body().length == 0 ? Optional.empty() : answer.contentType();
        type.flatMap(sent -> bodies.content(documented, sent)).ifPresent(content -> {
            boolean decoded = bodies.decodes(content, type.get());
            contents.put(
                    content.type().toString(),
                    decoded
                            ? read(content, new TypedBody(type.get(), answer.body()), Reading.RESPONSE)
                            : UsedValue.NONE);
        });
        return new UsedAnswer(contents, headers);
    }

    private UsedValue read(Content content, TypedBody sent, Reading reading) {
        try {
            return bodies.read(content, sent, reading).values().stream()
                    .map(Body.Value::value)
                    .map(value -> UsedValue.of(value, content.schema()))
                    .reduce(UsedValue.NONE, UsedValue::with);
        } catch (MalformedBody e) { // what is checked has been read before
            return UsedValue.ANY;
        }
    }
}
