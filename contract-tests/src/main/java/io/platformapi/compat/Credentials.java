package io.platformapi.compat;

import io.platformapi.contract.Contract;
import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one of the ways in asks for, by the contract that names the schemes. */
record Credentials(SecurityRequirement requirement, Contract contract) {

    private static final List<String> ADDRESSES =
            List.of("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl");

    /** Whether who has these is let in where the others are asked for. */
    boolean suffice(Credentials asked) {
        return asked.requirement.scopes().entrySet().stream()
                .allMatch(needed -> requirement.scopes().entrySet().stream()
                        .anyMatch(held -> held.getValue().containsAll(needed.getValue())
                                && isUnderstood(held.getKey(), asked, needed.getKey())));
    }

    private @Nullable SecurityScheme scheme(String name) {
        return contract.securitySchemes().get(name);
    }

    private boolean isUnderstood(String held, Credentials asked, String needed) {
        SecurityScheme old = scheme(held);
        SecurityScheme fresh = asked.scheme(needed);
        if (old == null || fresh == null) {
            return held.equals(needed);
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
}
