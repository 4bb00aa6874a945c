package io.platformapi.jaxrs;

import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Admission.Negotiated;
import io.platformapi.contract.admission.ContractPages;
import io.platformapi.contract.admission.Gates;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Head;
import io.platformapi.grizzly.Reply;
import io.platformapi.grizzly.RequestHandler;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way of a request to its resource.
 *
 * <ol>
 *   <li>By its head: the operation, who sends it, how large it is, in which types; refused without its body being read.
 *   <li>By its body: everything it says is what the document allows; else every violation at once.
 *   <li>The resource, by JAX-RS.
 * </ol>
 */
final class ContractHandler implements RequestHandler {

    private final Contract contract;
    private final Admission admission;
    private final CallerGate gate;
    private final JaxRs application;

    ContractHandler(Contract contract, CallerGate gate, JaxRs application) {
        this.contract = contract;
        this.admission = new Admission(contract);
        this.gate = gate;
        this.application = application;
    }

    @Override
    public Optional<Consumer<byte[]>> begin(Head head, Reply reply) {
        var gates = new Gates<Optional<Principal>>(gate::identified, caller -> size(head));
        Passage<Negotiated<Optional<Principal>>> entry =
                admission.route(head.request()).then(routed -> routed.enter(gates, head.announced()));
        if (entry instanceof Passage.Ended<?> end) {
            reply.accept(answer(end, head.request()));
            return Optional.empty();
        }
        return Optional.of(body -> reply.accept(answer(entry, head.with(body))));
    }

    private static Optional<Refusal> size(Head head) {
        return head.isTooLarge() ? Optional.of(ContractPages.tooLarge(head.mostBody())) : Optional.empty();
    }

    private HttpResponse answer(Passage<Negotiated<Optional<Principal>>> entry, HttpRequest whole) {
        var passage = entry.then(entered -> entered.read(whole));
        if (passage instanceof Passage.Reached<Admission.Admitted<Optional<Principal>>> reached) {
            var request = new AdmittedRequest(
                    whole, reached.stage(), contract.dialect().bodies());
            return application.answer(request.asked(), whole);
        }
        return answer((Passage.Ended<?>) passage, whole);
    }

    private HttpResponse answer(Passage.Ended<?> end, HttpRequest request) {
        return end.refusal()
                .map(refusal -> contract.dialect().refusal(contract, refusal, end.route(), request))
                .orElseGet(() -> new HttpResponse(
                        204,
                        Headers.of("Allow", String.join(", ", ((Route.Options) end.route()).allowed())),
                        new byte[0]));
    }
}
