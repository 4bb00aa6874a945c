package io.platformapi.compat;

import io.platformapi.contract.Contract;
import io.platformapi.contract.Operation;
import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares the credentials an operation asks for: whoever was let in yesterday must be let in today with the same ones.
 * Schemes are compared by what goes over the wire, not by their names.
 */
record SecurityComparison(Comparison comparison) {

    private static final SecurityRequirement NOTHING = new SecurityRequirement(Map.of());
    private static final List<String> ADDRESSES =
            List.of("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl");

    void compare(Operation before, Operation after) {
        for (SecurityRequirement old : alternatives(before)) {
            boolean enough = alternatives(after).stream().anyMatch(fresh -> suffices(old, fresh));
            if (!enough) {
                report(before, old, after);
            }
        }
    }

    private static List<SecurityRequirement> alternatives(Operation operation) {
        return operation.security().isEmpty() ? List.of(NOTHING) : operation.security();
    }

    private boolean suffices(SecurityRequirement old, SecurityRequirement fresh) {
        return fresh.scopes().entrySet().stream()
                .allMatch(asked -> old.scopes().entrySet().stream()
                        .anyMatch(held -> held.getValue().containsAll(asked.getValue())
                                && isUnderstood(held.getKey(), asked.getKey())));
    }

    private boolean isUnderstood(String held, String asked) {
        SecurityScheme old = scheme(comparison.old().contract(), held);
        SecurityScheme fresh = scheme(comparison.fresh().contract(), asked);
        if (old == null || fresh == null) {
            return held.equals(asked);
        }
        return old.type().equals(fresh.type())
                && old.scheme().equals(fresh.scheme())
                && old.in().equals(fresh.in())
                && old.parameter().equals(fresh.parameter())
                && Objects.equals(
                        old.node().text("openIdConnectUrl", ""), fresh.node().text("openIdConnectUrl", ""))
                && old.node().text("bearerFormat", "").equals(fresh.node().text("bearerFormat", ""))
                && flowsAreKept(old.node().member("flows"), fresh.node().member("flows"));
    }

    private static SecurityScheme scheme(Contract contract, String name) {
        return contract.securitySchemes().get(name);
    }

    private static boolean flowsAreKept(Node old, Node fresh) {
        return old.members().entrySet().stream().allMatch(flow -> {
            Node kept = fresh.member(flow.getKey());
            Node was = flow.getValue();
            return kept.exists()
                    && ADDRESSES.stream()
                            .allMatch(address -> was.text(address, "").equals(kept.text(address, "")))
                    && was.member("scopes")
                            .members()
                            .keySet()
                            .containsAll(kept.member("scopes").members().keySet());
        });
    }

    private void report(Operation before, SecurityRequirement old, Operation after) {
        String held = old.scopes().isEmpty() ? "no credentials" : "credentials for " + old.scopes();
        comparison.report(
                OperationComparison.breaking(
                                "request-security-narrowed", before, "A request with " + held + " is no longer let in.")
                        .provedBy(List.of(
                                new Evidence("witness", "any " + before.method() + " that was right, with " + held))),
                place(before, comparison.old()),
                place(after, comparison.fresh()));
    }

    private static Node place(Operation operation, Edition edition) {
        Node own = operation.node().member("security");
        Node all = edition.contract().document().member("security");
        return own.exists() ? own : all.exists() ? all : operation.node();
    }
}
