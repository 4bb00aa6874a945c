package io.platformapi.contract.layout;

import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a security scheme has to have, by its type. */
final class SchemeFacts {

    private static final Map<String, List<String>> OF_TYPE = Map.of(
            "apiKey", List.of("name", "in"),
            "http", List.of("scheme"),
            "oauth2", List.of("flows"),
            "openIdConnect", List.of("openIdConnectUrl"));
    private static final Map<String, List<String>> OF_FLOW = Map.of(
            "implicit", List.of("authorizationUrl"),
            "password", List.of("tokenUrl"),
            "clientCredentials", List.of("tokenUrl"),
            "authorizationCode", List.of("authorizationUrl", "tokenUrl"),
            "deviceAuthorization", List.of("deviceAuthorizationUrl", "tokenUrl"));

    private SchemeFacts() {}

    static Stream<Slip> scheme(Node scheme, String version) {
        String type = scheme.text("type", "");
        return missing(scheme, OF_TYPE.getOrDefault(type, List.of()), "a security scheme of type " + type);
    }

    static Stream<Slip> flow(Node flow, String version) {
        return missing(flow, OF_FLOW.getOrDefault(flow.name(), List.of()), "the flow " + flow.name());
    }

    /** A slip for each name that an object has not. */
    static Stream<Slip> missing(Node object, List<String> names, String what) {
        return names.stream()
                .filter(name -> !object.json().has(name))
                .map(name -> new Slip(object, "field-missing", what + " has \"" + name + "\"; it is missing here"));
    }
}
