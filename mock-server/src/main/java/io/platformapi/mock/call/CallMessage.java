package io.platformapi.mock.call;

import io.platformapi.contract.Operation;
import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Gates;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.page.Credential;
import io.platformapi.contract.page.SampleRequest;
import io.platformapi.contract.page.ShownOperations;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call carries: an example of the document, or made-up values.
 *
 * @param call the call
 * @param request the request, whose target is relative to the address
 * @param violations in what the document's own example breaks the document
 */
public record CallMessage(ApiCall call, HttpRequest request, List<Violation> violations) {

    /**
     * What the document shows of a call, or what is made up where it shows nothing.
     *
     * @param example the name of the example; empty for the first
     * @return empty where there is no such example, or nothing that could be sent
     */
    public static Optional<CallMessage> of(
            Contract contract, ApiCall call, Optional<String> example, Credential credential) {
        Operation rooted = call.rooted();
        return new ShownOperations(contract)
                .samples(rooted, credential).stream()
                        .filter(sample -> example.isEmpty() || example.get().equals(sample.example()))
                        .findFirst()
                        .map(CallMessage::request)
                        .map(request ->
                                new CallMessage(call, request, violations(contract.dialect(), rooted, request)));
    }

    private static HttpRequest request(SampleRequest sample) {
        HttpRequest head = HttpRequest.of(sample.method(), sample.target(), sample.headers());
        byte[] body = sample.body()
                .map(shown -> shown.text().getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
        return new HttpRequest(head.method(), head.path(), head.query(), head.headers(), body);
    }

    private static List<Violation> violations(Dialect dialect, Operation operation, HttpRequest request) {
        Route.Found route = Route.Found.to(operation, Map.of(operation.method(), operation));
        Passage<?> passage = Admission.routed(dialect, route, request)
                .then(routed -> routed.enter(Gates.open(), request))
                .then(negotiated -> negotiated.read(request));
        return passage instanceof Passage.Ended<?> end
                ? end.refusal().map(Refusal::violations).orElse(List.of())
                : List.of();
    }

    /** The request as it goes to an address, whose query comes first. */
    public HttpRequest to(URI address) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String own = address.getRawQuery() == null ? "" : address.getRawQuery();
        String query = own.isEmpty() || request.query().isEmpty() ? own + request.query() : own + "&" + request.query();
        Headers headers = Headers.of("Host", address.getRawAuthority()).with(request.headers());
        return new HttpRequest(request.method(), path, query, headers, request.body());
    }
}
