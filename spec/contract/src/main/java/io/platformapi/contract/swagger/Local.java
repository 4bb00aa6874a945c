package io.platformapi.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** References to the document's own {@code parameters} and {@code responses}, followed. */
final class Local {

    private static final int LONGEST_CHAIN = 20;

    private Local() {}

    /** What a value stands for; the value itself where it is no reference, or one that leads elsewhere. */
    static JsonNode resolved(JsonNode document, JsonNode written) {
        JsonNode value = written;
        for (int i = 0; i < LONGEST_CHAIN && value.path("$ref").asText().startsWith("#/"); i++) {
            JsonNode target = document.at(value.path("$ref").asText().substring(1));
            if (target.isMissingNode()) {
                return value;
            }
            value = target;
        }
        return value;
    }

    static List<JsonNode> all(JsonNode document, JsonNode list) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(item -> all.add(resolved(document, item)));
        return all;
    }
}
