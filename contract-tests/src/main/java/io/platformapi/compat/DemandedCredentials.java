package io.platformapi.compat;

import io.platformapi.contract.SecurityRequirement;
import io.platformapi.contract.SecurityScheme;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one of the ways in asks for, by the contract that names the schemes. */
record DemandedCredentials(SecurityRequirement requirement, Contract contract) {

    private static final List<String> ADDRESSES =
            List.of("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl");

    /** What stands where nobody needs a credential. */
    static final String NOBODYS = "no credentials";

    /** Whether who has these is let in where the others are asked for. */
    boolean suffice(DemandedCredentials asked) {
        return asked.requirement.scopes().entrySet().stream()
                .allMatch(needed -> requirement.scopes().entrySet().stream()
                        .anyMatch(held -> held.getValue().containsAll(needed.getValue())
                                && isUnderstood(held.getKey(), asked, needed)));
    }

    private @Nullable SecurityScheme scheme(String name) {
        return contract.securitySchemes().get(name);
    }

    private boolean isUnderstood(String held, DemandedCredentials asked, Map.Entry<String, List<String>> needed) {
        SecurityScheme old = scheme(held);
        SecurityScheme fresh = asked.scheme(needed.getKey());
        if (old == null || fresh == null) {
            return held.equals(needed.getKey());
        }
        return old.type().equals(fresh.type())
                && old.scheme().equals(fresh.scheme())
                && old.in().equals(fresh.in())
                && isSameName(old, fresh)
                && Objects.equals(
                        old.node().text("openIdConnectUrl", ""), fresh.node().text("openIdConnectUrl", ""))
                && old.node()
                        .text("oauth2MetadataUrl", fresh.node().text("oauth2MetadataUrl", ""))
                        .equals(fresh.node().text("oauth2MetadataUrl", ""))
                && flowsAreKept(old.node().member("flows"), fresh.node().member("flows"), needed.getValue());
    }

    /** Names of header fields are the same in upper and lower case (RFC 9110, section 5.1). */
    private static boolean isSameName(SecurityScheme old, SecurityScheme fresh) {
        return old.in().equals("header")
                ? old.parameter().equalsIgnoreCase(fresh.parameter())
                : old.parameter().equals(fresh.parameter());
    }

    /** Whether tokens are had where they were; of the scopes that may be asked for, only the needed ones matter. */
    private static boolean flowsAreKept(Node old, Node fresh, List<String> scopes) {
        return old.members().entrySet().stream().allMatch(flow -> {
            Node kept = fresh.member(flow.getKey());
            Node was = flow.getValue();
            return kept.exists()
                    && ADDRESSES.stream()
                            .filter(address -> was.member(address).exists())
                            .allMatch(address -> was.text(address, "").equals(kept.text(address, "")))
                    && scopes.stream()
                            .filter(scope -> was.member("scopes").member(scope).exists())
                            .allMatch(
                                    scope -> kept.member("scopes").member(scope).exists());
        });
    }

    boolean isNone() {
        return requirement.scopes().isEmpty();
    }

    /** Whether others are told by the same words. */
    boolean isCalledLike(DemandedCredentials other) {
        return words().equals(other.words());
    }

    /** The credentials as people know them: each scheme with where its secret goes, and the scopes. */
    String words() {
        return isNone()
                ? NOBODYS
                : requirement.scopes().entrySet().stream()
                        .map(each -> words(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(" and "));
    }

    private String words(String name, List<String> scopes) {
        SecurityScheme scheme = scheme(name);
        String where = scheme == null || scheme.parameter().isEmpty()
                ? ""
                : " (" + scheme.in() + " " + scheme.parameter() + ")";
        return "`" + name + "`" + where + (scopes.isEmpty() ? "" : " for " + String.join(", ", scopes));
    }
}
