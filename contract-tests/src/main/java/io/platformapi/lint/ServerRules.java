package io.platformapi.lint;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where an API is served, and how its clients say who they are. */
final class ServerRules {

    /** IANA's registry of HTTP authentication schemes. */
    private static final Set<String> SCHEMES = new TreeSet<>(Set.of(
            "basic",
            "bearer",
            "concealed",
            "digest",
            "dpop",
            "gnap",
            "hoba",
            "mutual",
            "negotiate",
            "oauth",
            "privatetoken",
            "scram-sha-1",
            "scram-sha-256",
            "vapid"));

    private ServerRules() {}

    static Stream<Offence> unusedVariables(Contract contract) {
        return Spots.written(contract.document()).of(Kind.SERVER).stream()
                .flatMap(server -> server.member("variables").members().values().stream()
                        .filter(variable -> !server.text("url", "").contains("{" + variable.name() + "}"))
                        .map(variable -> new Offence(
                                variable,
                                "The address has no variable {" + variable.name() + "}.",
                                "write it into the url, or leave it out")));
    }

    static Stream<Offence> slashes(Contract contract) {
        return Spots.written(contract.document()).of(Kind.SERVER).stream()
                .map(server -> server.member("url"))
                .filter(url -> url.json().asText().matches(".+/"))
                .map(url -> new Offence(
                        url, "The address ends in a slash, and each path begins with one.", "leave the slash out"));
    }

    static Stream<Offence> unknownSchemes(Contract contract) {
        return Spots.written(contract.document()).of(Kind.SECURITY_SCHEME).stream()
                .filter(scheme -> scheme.text("type", "").equals("http"))
                .map(scheme -> scheme.member("scheme"))
                .filter(Node::exists)
                .filter(scheme -> !SCHEMES.contains(scheme.json().asText().toLowerCase(Locale.ROOT)))
                .map(scheme -> new Offence(scheme, unknown(scheme.json().asText()), "take one of the registry"));
    }

    private static String unknown(String scheme) {
        String meant = Suggestion.of(scheme.toLowerCase(Locale.ROOT), SCHEMES);
        return "\"" + scheme + "\" is no HTTP scheme of IANA's registry" + (meant.isEmpty() ? "." : meant);
    }
}
