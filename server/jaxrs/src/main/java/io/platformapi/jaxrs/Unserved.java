package io.platformapi.jaxrs;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a document a server could not serve, found before it listens. */
final class Unserved {

    private Unserved() {}

    /** Why the server would not do what the document says, a line each; none where nothing is missing. */
    static List<String> reasons(Contract contract, Dispatch dispatch, Optional<KnownCallers> known) {
        List<String> reasons = new ArrayList<>();
        contract.illegible().forEach(each -> reasons.add(each.node().place() + " " + each.message()));
        contract.operations().forEach(operation -> reasons.addAll(reasons(operation, dispatch, known)));
        reasons.addAll(dispatch.strangers());
        return reasons;
    }

    private static List<String> reasons(Operation operation, Dispatch dispatch, Optional<KnownCallers> known) {
        List<String> reasons = new ArrayList<>();
        if (!dispatch.answers(operation)) {
            reasons.add("no resource answers it: give one that implements its interface");
        }
        if (known.isEmpty() && CallerGate.asksForCredentials(operation)) {
            reasons.add("it asks for credentials: say by callers(…) who is known");
        }
        if (takesParts(operation)) {
            reasons.add("its body has several parts, which no resource is given");
        }
        return reasons.stream()
                .map(reason -> operation.node().place() + " " + operation + ": " + reason)
                .toList();
    }

    private static boolean takesParts(Operation operation) {
        return operation.body().stream()
                .flatMap(body -> body.contents().stream())
                .anyMatch(content -> content.type().type().equals("multipart"));
    }
}
