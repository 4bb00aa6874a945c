package io.platformapi.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The addresses that schemes, host and base path make. */
final class Servers {

    private Servers() {}

    /** One address a scheme; without a host the path alone, which is relative to where the document is. */
    static ArrayNode of(JsonNode document) {
        ArrayNode servers = JsonNodeFactory.instance.arrayNode();
        String host = document.path("host").asText("");
        String path = document.path("basePath").asText("/");
        JsonNode schemes = document.path("schemes");
        if (host.isEmpty()) {
            servers.addObject().put("url", path);
        } else if (schemes.isEmpty()) {
            servers.addObject().put("url", "https://" + host + path);
        }
        schemes.forEach(scheme -> {
            if (!host.isEmpty()) {
                servers.addObject().put("url", scheme.asText() + "://" + host + path);
            }
        });
        return servers;
    }
}
