package io.platformapi.server.http;

import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Admission.Admitted;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.domain.Authentication.Client;
import io.platformapi.domain.Refused;
import io.platformapi.domain.Unavailable;
import io.platformapi.grizzly.FailurePages;
import io.platformapi.grizzly.OutOfMemory;
import io.platformapi.wire.RefusedAnswer;
import io.platformapi.wire.RetryAfter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a request from the {@link Entrance} to its resource and back, the same for every operation, verb and
 * format.
 *
 * <ol>
 *   <li>Let in: what was refused at the entrance is answered from here. OPTIONS is answered here.
 *   <li>Read: the stages of {@link Admission} that need the body; else 415, or 400 with every violation.
 *   <li>Site: no command for a page of another site, or ahead of a click; else 403.
 *   <li>Resource: the one of the operation that Admission found is given all that the request says, as one record.
 *   <li>Answer: its record in the format that the request asks for. Whatever is thrown on the way is answered, too:
 *       refusals in full, failures by a number under which the log has the rest.
 * </ol>
 */
public final class ServedOperations {

    private static final Logger LOG = LoggerFactory.getLogger(ServedOperations.class);
    private static final String RETRY_AFTER = "Retry-After";

    private final Contract contract;
    private final Origins origins;
    private final CurrentCaller caller;
    private final CurrentSequel sequel;
    private final Resources resources;
    private final FailurePages pages;
    private final AnswerWriter writer;

    /**
     * @param caller is told for whom resources work
     * @param sequel is told by resources what follows their answers
     * @param pages what is answered if even failing fails
     */
    public ServedOperations(
            Contract contract,
            Origins origins,
            CurrentCaller caller,
            CurrentSequel sequel,
            Resources resources,
            FailurePages pages) {
        this.contract = contract;
        this.origins = origins;
        this.caller = caller;
        this.sequel = sequel;
        this.resources = resources;
        this.pages = pages;
        this.writer = new AnswerWriter(contract);
    }

    /** Answers on the caller's thread. */
    ServedAnswer answer(ReceivedRequest exchange) {
        try {
            return attempt(exchange).and(origins.permission(exchange.request()));
        } catch (RuntimeException | Error failure) {
            OutOfMemory.tell(failure);
            LOG.error("a request could not be answered", failure);
            return ServedAnswer.whole(pages.page(500, exchange.request()));
        }
    }

    private ServedAnswer attempt(ReceivedRequest exchange) {
        try {
            return admitted(exchange);
        } catch (Throwable failure) { // whatever a resource throws
            return failed(failure, exchange);
        }
    }

    private ServedAnswer admitted(ReceivedRequest exchange) throws Throwable {
        Passage<Admitted<Client>> passage = exchange.entered()
                .then(entered -> entered.read(exchange.request()))
                .then(admitted -> Passage.unless(foreign(exchange), admitted.route(), admitted));
        if (passage instanceof Passage.Reached<Admitted<Client>> reached) {
            return called(reached.stage(), exchange);
        }
        Passage.Ended<Admitted<Client>> end = (Passage.Ended<Admitted<Client>>) passage;
        return end.refusal()
                .map(refusal -> writer.refused(refusal, exchange))
                .orElseGet(() -> ServedAnswer.whole(HttpResponse.of(
                        204, Headers.of("Allow", String.join(", ", ((Route.Options) end.route()).allowed())))));
    }

    private Optional<Refusal> foreign(ReceivedRequest exchange) {
        return exchange.isCommand(contract.dialect()) && origins.exclude(exchange.request())
                ? Optional.of(Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "A command is not taken from a page of another site, or before somebody asks."))
                : Optional.empty();
    }

    private ServedAnswer called(Admitted<Client> admitted, ReceivedRequest exchange) throws Throwable {
        String operation = contract.dialect().target(admitted.route()).id();
        caller.enter(admitted.client().caller());
        try {
            Record answer = resources.answer(
                    operation, admitted.request().withDefaults().message());
            return writer.of(200, answer, sequel.taken(), exchange);
        } finally {
            caller.leave();
            sequel.taken();
        }
    }

    private ServedAnswer failed(Throwable failure, ReceivedRequest exchange) {
        OutOfMemory.tell(failure);
        if (failure instanceof Refused refused) {
            RefusedAnswer told = RefusedAnswer.of(refused);
            Headers fields = told.retryAfter()
                    .map(seconds -> Headers.of(RETRY_AFTER, seconds))
                    .orElse(Headers.none());
            return writer.of(told.status(), told.body(), Optional.empty(), exchange)
                    .and(fields);
        }
        if (failure instanceof Unavailable unavailable) {
            return writer.of(503, Failures.unavailable(failure), Optional.empty(), exchange)
                    .and(Headers.of(RETRY_AFTER, RetryAfter.seconds(unavailable.retryAfter())));
        }
        return writer.of(500, Failures.internal(failure), Optional.empty(), exchange);
    }
}
