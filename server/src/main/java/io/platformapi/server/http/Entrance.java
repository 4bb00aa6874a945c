package io.platformapi.server.http;

import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Admission.Routed;
import io.platformapi.contract.admission.ContractPages;
import io.platformapi.contract.admission.Gates;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.Reply;
import io.platformapi.grizzly.RequestHandler;
import io.platformapi.wire.RetryAfter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of a request in, by its head alone: nobody who is refused is waited for, nor is anything of theirs kept.
 *
 * <p>The stages of {@link Admission} that need no body. Its gates: whoever holds the credential, else 401; not more
 * requests than a client may send, else 429; not a larger body than is read, else 413.
 *
 * <p>Then the body is read, and {@link ContractFilter} has the next steps. Whatever is refused here is answered on the
 * same way as all the rest.
 */
public final class Entrance implements RequestHandler {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+) *");

    private final Admission admission;
    private final AccessRules access;
    private final JaxRs application;

    public Entrance(Contract contract, AccessRules access, JaxRs application) {
        this.admission = new Admission(contract);
        this.access = access;
        this.application = application;
    }

    @Override
    public Optional<Consumer<byte[]>> begin(Head head, Reply answer) {
        ReceivedRequest exchange = exchange(head);
        if (exchange.isOpen()) {
            return Optional.of(body -> answer.accept(application.answer(exchange.with(head.with(body)))));
        }
        answer.accept(application.answer(exchange));
        return Optional.empty();
    }

    private ReceivedRequest exchange(Head head) {
        Passage<Routed> routed = admission.route(head.request());
        var gates = new Gates<>(this::authenticated, client -> excess(client, head));
        try {
            return ReceivedRequest.of(head.request(), routed.then(request -> request.enter(gates, head.announced())));
        } catch (RuntimeException | Error failure) {
            return ReceivedRequest.failed(head.request(), routed.route(), failure);
        }
    }

    private Passage<Client> authenticated(Routed request) {
        Matcher credential = BEARER.matcher(request.request().headers().text(HttpHeaders.AUTHORIZATION));
        if (!credential.matches()) {
            String message = "Authentication is required. Send 'Authorization: Bearer <API key or JWT>'.";
            return request.refused(unauthorized(message, "Bearer"));
        }
        return access.authentication()
                .client(credential.group(1))
                .map(request::by)
                .orElseGet(() -> request.refused(
                        unauthorized("The credential is not valid, or no longer.", "Bearer error=\"invalid_token\"")));
    }

    private static Refusal unauthorized(String message, String challenge) {
        return Refusal.of(Refusal.Kind.CREDENTIALS, message).with(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    /** Counts the request, then measures its body. */
    private Optional<Refusal> excess(Client client, Head head) {
        Optional<Refusal> tooMany = access.rate()
                .excess(client.name())
                .map(wait -> Refusal.of(Refusal.Kind.TOO_MANY, RetryAfter.advice("Asked too often."))
                        .with(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(wait)));
        return head.isTooLarge() ? tooMany.or(() -> Optional.of(ContractPages.tooLarge(head.mostBody()))) : tooMany;
    }
}
