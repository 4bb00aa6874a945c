package io.platformapi.server.http;

import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Admission.Routed;
import io.platformapi.contract.admission.ContractPages;
import io.platformapi.contract.admission.Gates;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.page.ContractSite;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.Reply;
import io.platformapi.grizzly.RequestHandler;
import io.platformapi.jaxrs.JaxRs;
import io.platformapi.wire.RetryAfter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of a request in, by its head alone: nobody who is refused is waited for, nor is anything of theirs kept.
 *
 * <p>The stages of {@link Admission} that need no body. Its gates: whoever holds the credential, else 401; not more
 * requests than a client may send, nor more wrong credentials than an address may, else 429; not a larger body than is
 * read, else 413.
 *
 * <p>Then the body is read, and {@link ContractFilter} has the next steps. Whatever is refused here is answered on the
 * same way as all the rest.
 */
public final class Entrance implements RequestHandler {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+) *");

    private final Admission admission;
    private final Dialect dialect;
    private final ContractSite site;
    private final AccessRules access;
    private final Calls calls;
    private final JaxRs application;
    private final CurrentSequel sequel;

    /** @param sequel what of answers the application leaves to be sent after them */
    public Entrance(
            Contract contract,
            ContractSite site,
            AccessRules access,
            Calls calls,
            JaxRs application,
            CurrentSequel sequel) {
        this.admission = new Admission(contract);
        this.dialect = contract.dialect();
        this.site = site;
        this.access = access;
        this.calls = calls;
        this.application = application;
        this.sequel = sequel;
    }

    @Override
    public Optional<Consumer<byte[]>> begin(Head head, Reply answer) {
        Call call = calls.begin(head.request(), head.peer());
        Optional<HttpResponse> page = site.page(head.request());
        if (page.isPresent()) {
            answer.accept(call.answered(page.get()));
            return Optional.empty();
        }
        return site.reader(head.request())
                .map(reader -> begin(head.of(reader.asked()), call, new WholeReply(reader::page, answer)))
                .orElseGet(() -> begin(head, call, answer));
    }

    private Optional<Consumer<byte[]>> begin(Head head, Call call, Reply answer) {
        return call.within(() -> {
            ReceivedRequest exchange = exchange(head, call);
            if (exchange.isOpen()) {
                return Optional.of(body -> answer(exchange.with(head.with(body)), call, answer));
            }
            answer(exchange, call, answer);
            return Optional.empty();
        });
    }

    private void answer(ReceivedRequest exchange, Call call, Reply reply) {
        call.within(() -> {
            HttpResponse answer = application.answer(exchange.asked(), exchange.request());
            sequel.rest()
                    .ifPresentOrElse(
                            rest -> reply.sendInPieces(call.named(answer), new Onward(rest, call, answer.status())),
                            () -> reply.accept(call.answered(answer)));
            return answer;
        });
    }

    private ReceivedRequest exchange(Head head, Call call) {
        Passage<Routed> routed = admission.route(head.request());
        if (routed.route() instanceof Route.Found found) {
            call.isOf(dialect.target(found).id()); // by whatever verb it came
        }
        var gates = new Gates<>(request -> authenticated(request, call), client -> excess(client, head, call));
        try {
            return ReceivedRequest.of(head.request(), routed.then(request -> request.enter(gates, head.announced())));
        } catch (RuntimeException | Error failure) {
            return ReceivedRequest.failed(head.request(), routed.route(), failure);
        }
    }

    private Passage<Client> authenticated(Routed request, Call call) {
        Matcher credential = BEARER.matcher(request.request().headers().text(HttpHeaders.AUTHORIZATION));
        if (!credential.matches()) {
            String message = "Authentication is required. Send 'Authorization: Bearer <API key or JWT>'.";
            return request.refused(unauthorized(message, "Bearer"));
        }
        Optional<Duration> wait = access.failures().wait(call.peer());
        if (wait.isPresent()) {
            return request.refused(tooMany("Too many credentials from this address were none.", wait.get()));
        }
        Optional<Client> client = access.authentication().client(credential.group(1));
        client.ifPresentOrElse(
                known -> call.isBy(known.name()), () -> access.failures().count(call.peer()));
        return client.map(request::by)
                .orElseGet(() -> request.refused(
                        unauthorized("The credential is not valid, or no longer.", "Bearer error=\"invalid_token\"")));
    }

    private static Refusal tooMany(String reason, Duration wait) {
        return Refusal.of(Refusal.Kind.TOO_MANY, RetryAfter.advice(reason))
                .with(HttpHeaders.RETRY_AFTER, RetryAfter.seconds(wait));
    }

    private static Refusal unauthorized(String message, String challenge) {
        return Refusal.of(Refusal.Kind.CREDENTIALS, message).with(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    /** Counts the request, then measures its body. */
    private Optional<Refusal> excess(Client client, Head head, Call call) {
        RateLimit.Verdict verdict = access.rate().count(client.name());
        call.tells(verdict.fields());
        Optional<Refusal> tooMany = verdict.pause().map(wait -> tooMany("Asked too often.", wait));
        return head.isTooLarge() ? tooMany.or(() -> Optional.of(ContractPages.tooLarge(head.mostBody()))) : tooMany;
    }
}
