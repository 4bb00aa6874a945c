package io.platformapi.verify.cases;

import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.Route;
import io.platformapi.contract.admission.Admission;
import io.platformapi.contract.admission.Gates;
import io.platformapi.contract.admission.Passage;
import io.platformapi.contract.check.BoundRequest;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Optional;

/** Tells what the contract says of a request, by reading it as a server would. */
final class Oracle {

    private final Admission admission;

    Oracle(Contract contract) {
        this.admission = new Admission(contract);
    }

    /**
     * What is wrong with a request; empty if nothing is.
     *
     * @return nothing at all if the request does not lead to the operation, or in no format that is read
     */
    Optional<List<Violation>> violations(Operation operation, HttpRequest request) {
        Passage<?> passage = admission.whole(request, Gates.open());
        if (!(passage.route() instanceof Route.Found found)
                || !found.operation().id().equals(operation.id())) {
            return Optional.empty();
        }
        return passage instanceof Passage.Ended<?> end
                ? end.refusal().filter(Refusal::isOfInvalid).map(Refusal::violations)
                : Optional.of(List.of());
    }

    /** What the contract understands of a valid request. */
    Optional<BoundRequest> bound(Operation operation, HttpRequest request) {
        return admission.whole(request, Gates.open())
                                instanceof Passage.Reached<Admission.Admitted<Gates.Anyone>> reached
                        && reached.route().operation().id().equals(operation.id())
                ? Optional.of(reached.stage().request())
                : Optional.empty();
    }

    /** Whether a request is valid for the operation that it leads to, whichever that is. */
    boolean isAllowed(HttpRequest request) {
        return admission.whole(request, Gates.open()) instanceof Passage.Reached;
    }

    boolean isValid(Operation operation, HttpRequest request) {
        return violations(operation, request).filter(List::isEmpty).isPresent();
    }

    /** Where the document says what a violation breaks. */
    static Node documented(Operation operation, Violation violation) {
        return operation
                .parameter(violation.in(), violation.name())
                .filter(parameter -> violation.in() != In.BODY)
                .map(Parameter::node)
                .or(() -> operation.body().map(RequestBody::node))
                .orElse(operation.node());
    }
}
