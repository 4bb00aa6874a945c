package io.platformapi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;

/**
 * A documented value.
 *
 * @param name the name in {@code examples}; empty for the single {@code example}
 * @param summary one line about it; empty where there is none
 * @param value the value, or the text that is sent of it; missing where the document gives neither, or only at an
 *     address that is not read
 * @param node where it is written
 */
public record Example(String name, String summary, JsonNode value, Node node) {

    /** Where its value stands; a node that does not exist where the document shows only what is sent. */
    public Node written() {
        return name.isEmpty() ? node : valueOf(node);
    }

    /** Where an example object has its value. */
    public static Node valueOf(Node example) {
        Node data = example.member("dataValue");
        return data.exists() ? data : example.member("value");
    }

    /** Whether the document shows what is sent, rather than a value that is still to be spelled. */
    public boolean isSpelled() {
        return value.isTextual() && !written().exists();
    }

    public Example with(JsonNode other) {
        return new Example(name, summary, other, node);
    }
}
