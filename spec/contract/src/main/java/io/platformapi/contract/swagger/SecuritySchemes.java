package io.platformapi.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes a security definition into a security scheme: flows get names of their own, and Basic becomes HTTP's. */
record SecuritySchemes(Copies copies) implements UnaryOperator<JsonNode> {

    private static final Map<String, String> FLOWS =
            Map.of("application", "clientCredentials", "accessCode", "authorizationCode");
    private static final Set<String> OF_FLOW = Set.of("authorizationUrl", "tokenUrl", "scopes");

    @Override
    public JsonNode apply(JsonNode written) {
        ObjectNode scheme = copies.like(written);
        written.properties().stream()
                .filter(member ->
                        !OF_FLOW.contains(member.getKey()) && !member.getKey().equals("flow"))
                .forEach(member -> scheme.set(member.getKey(), member.getValue()));
        switch (written.path("type").asText()) {
            case "basic" -> scheme.put("type", "http").put("scheme", "basic");
            case "oauth2" -> scheme.putObject("flows").set(flow(written), flowOf(written));
            default -> {
                // keys are written alike in both
            }
        }
        return scheme;
    }

    private static String flow(JsonNode written) {
        String name = written.path("flow").asText("implicit");
        return FLOWS.getOrDefault(name, name);
    }

    private JsonNode flowOf(JsonNode written) {
        ObjectNode flow = copies.like(written);
        OF_FLOW.stream().filter(written::has).sorted().forEach(name -> flow.set(name, written.get(name)));
        return flow;
    }
}
