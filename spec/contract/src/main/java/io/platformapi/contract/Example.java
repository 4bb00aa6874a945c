package io.platformapi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;

/**
 * A documented value.
 *
 * @param name the name in {@code examples}; empty for the single {@code example}
 * @param summary one line about it; empty where there is none
 * @param value the value; missing where the document only gives an {@code externalValue}
 * @param node where it is written
 */
public record Example(String name, String summary, JsonNode value, Node node) {

    public Example with(JsonNode other) {
        return new Example(name, summary, other, node);
    }
}
