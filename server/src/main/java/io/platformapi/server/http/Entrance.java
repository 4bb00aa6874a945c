package io.platformapi.server.http;

import io.platformapi.contract.Contract;
import io.platformapi.contract.Route;
import io.platformapi.contract.check.ContractPages;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.RequestHandler;
import io.platformapi.model.ErrorCode;
import io.platformapi.wire.RetryAfter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of a request in, by its head alone: nobody who is refused is waited for, nor is anything of theirs kept.
 *
 * <ol>
 *   <li>Route: the operation for method and path; else 404 or 405.
 *   <li>Authenticate: whoever holds the credential; else 401.
 *   <li>Count: not more requests than a client may send; else 429.
 *   <li>Measure: not a larger body than is read; else 413.
 *   <li>Negotiate: the body is of a type that is read, the answer of one that is accepted; else 415 or 406.
 * </ol>
 *
 * <p>Then the body is read, and {@link ContractFilter} has the next steps. Whatever is refused here is answered on the
 * same way as all the rest.
 */
public final class Entrance implements RequestHandler {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+) *");

    private final Contract contract;
    private final Access access;
    private final JaxRs application;

    public Entrance(Contract contract, Access access, JaxRs application) {
        this.contract = contract;
        this.access = access;
        this.application = application;
    }

    @Override
    public Optional<Consumer<byte[]>> begin(Head head, Consumer<HttpResponse> answer) {
        Exchange exchange = exchange(head);
        if (exchange.isOpen()) {
            return Optional.of(body -> answer.accept(application.answer(exchange.with(head.with(body)))));
        }
        answer.accept(application.answer(exchange));
        return Optional.empty();
    }

    private Exchange exchange(Head head) {
        Route route = contract.route(head.request());
        if (route instanceof Route.Options) {
            return Exchange.of(head.request(), route, null);
        }
        try {
            return Exchange.of(head.request(), route, admitted(head, route));
        } catch (RuntimeException | Error failure) {
            return Exchange.failed(head.request(), route, failure);
        }
    }

    private Client admitted(Head head, Route route) {
        if (!(route instanceof Route.Found found)) {
            throw new RequestRefused(Refusal.unrouted(route, head.request()));
        }
        Client client = authenticated(head.request());
        count(client);
        measure(head);
        contract.dialect().negotiation(found, head.announced()).ifPresent(refusal -> {
            throw new RequestRefused(refusal);
        });
        return client;
    }

    private Client authenticated(HttpRequest request) {
        Matcher credential = BEARER.matcher(request.headers().text(HttpHeaders.AUTHORIZATION));
        if (!credential.matches()) {
            throw unauthorized("Authentication is required. Send 'Authorization: Bearer <API key or JWT>'.", "Bearer");
        }
        return access.authentication()
                .client(credential.group(1))
                .orElseThrow(() ->
                        unauthorized("The credential is not valid, or no longer.", "Bearer error=\"invalid_token\""));
    }

    private static RequestRefused unauthorized(String message, String challenge) {
        return RequestRefused.of(401, ErrorCode.UNAUTHORIZED, message).with(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    private void count(Client client) {
        access.rate().excess(client.name()).ifPresent(wait -> {
            String message = RetryAfter.advice("Asked too often.");
            throw RequestRefused.of(429, ErrorCode.TOO_MANY_REQUESTS, message)
                    .with(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(wait));
        });
    }

    private static void measure(Head head) {
        if (head.isTooLarge()) {
            throw new RequestRefused(ContractPages.tooLarge(head.mostBody()));
        }
    }
}
