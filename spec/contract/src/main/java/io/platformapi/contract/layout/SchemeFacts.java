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

    private static final List<String> OF_SOME_TYPE =
            List.of("name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl", "oauth2MetadataUrl");
    private static final Map<String, List<String>> ALSO_OF_TYPE =
            Map.of("http", List.of("bearerFormat"), "oauth2", List.of("oauth2MetadataUrl"), "mutualTLS", List.of());
    private static final List<String> OF_SOME_FLOW = List.of("authorizationUrl", "tokenUrl", "deviceAuthorizationUrl");

    private SchemeFacts() {}

    static Stream<Slip> scheme(Node scheme, String version) {
        String type = scheme.text("type", "");
        List<String> needed = OF_TYPE.getOrDefault(type, List.of());
        List<String> own = Stream.concat(needed.stream(), ALSO_OF_TYPE.getOrDefault(type, List.of()).stream())
                .toList();
        boolean known = OF_TYPE.containsKey(type) || ALSO_OF_TYPE.containsKey(type);
        return Stream.of(
                        missing(scheme, needed, "a security scheme of type " + type),
                        known
                                ? foreign(scheme, OF_SOME_TYPE, own, "a security scheme of type " + type)
                                : Stream.<Slip>empty(),
                        bearer(scheme, type))
                .flatMap(slips -> slips);
    }

    private static Stream<Slip> bearer(Node scheme, String type) {
        String name = scheme.text("scheme", "bearer");
        return type.equals("http") && scheme.json().has("bearerFormat") && !name.equalsIgnoreCase("bearer")
                ? Stream.of(new Slip(
                        scheme.member("bearerFormat"),
                        "field-conflict",
                        "\"bearerFormat\" is for the scheme bearer, not for " + name + "; leave it out"))
                : Stream.empty();
    }

    static Stream<Slip> flows(Node flows, String version) {
        return flows.json().properties().stream().allMatch(each -> Layout.isExtension(each.getKey()))
                ? Stream.of(new Slip(
                        flows,
                        "field-missing",
                        "the flows of an oauth2 scheme are none; write one, such as clientCredentials"))
                : Stream.empty();
    }

    static Stream<Slip> flow(Node flow, String version) {
        List<String> own = OF_FLOW.getOrDefault(flow.name(), OF_SOME_FLOW);
        String what = "the flow " + flow.name();
        return OF_FLOW.containsKey(flow.name())
                ? Stream.concat(missing(flow, own, what), foreign(flow, OF_SOME_FLOW, own, what))
                : Stream.empty();
    }

    /** A slip for each field that others of its kind have, and this one has not. */
    static Stream<Slip> foreign(Node object, List<String> ofSome, List<String> own, String what) {
        return ofSome.stream()
                .filter(name -> object.json().has(name) && !own.contains(name))
                .map(name -> new Slip(
                        object.member(name),
                        "field-conflict",
                        "\"" + name + "\" is not for " + what + "; leave it out"));
    }

    /** A slip for each name that an object has not. */
    static Stream<Slip> missing(Node object, List<String> names, String what) {
        return names.stream()
                .filter(name -> !object.json().has(name))
                .map(name -> new Slip(object, "field-missing", what + " has \"" + name + "\"; it is missing here"));
    }
}
