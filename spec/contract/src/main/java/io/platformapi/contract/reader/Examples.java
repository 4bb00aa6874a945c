package io.platformapi.contract.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.Example;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.UnreadableDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads examples: a value as it stands, or what is sent of it, here or in a file beside the document (OpenAPI 3.2,
 * section 4.19).
 */
final class Examples {

    private static final String EXTERNAL = "externalValue";

    private Examples() {}

    static Map<String, Example> of(Node owner) {
        Map<String, Example> examples = new LinkedHashMap<>();
        Node single = owner.member("example");
        if (single.exists()) {
            examples.put("", new Example("", "", single.json(), single));
        }
        owner.member("examples").resolved().members().forEach((name, written) -> {
            Node node = written.resolved();
            examples.put(name, new Example(name, node.text("summary", ""), value(node), node));
        });
        return examples;
    }

    private static JsonNode value(Node example) {
        Node value = Example.valueOf(example);
        return value.exists()
                ? value.json()
                : spelled(example).<JsonNode>map(TextNode::valueOf).orElse(MissingNode.getInstance());
    }

    private static Optional<String> spelled(Node example) {
        Node here = example.member("serializedValue");
        return here.json().isTextual() ? Optional.of(here.json().asText()) : external(example.member(EXTERNAL));
    }

    /** Whether an example's {@code externalValue} is none that is read: it is elsewhere, not there, or no text. */
    static boolean isElsewhere(Node member) {
        return member.name().equals(EXTERNAL)
                && !Example.valueOf(member.parent()).exists()
                && external(member).isEmpty();
    }

    private static Optional<String> external(Node address) {
        try {
            return address.json().isTextual()
                    ? address.textBeside(address.json().asText())
                    : Optional.empty();
        } catch (UnreadableDocument e) {
            return Optional.empty();
        }
    }
}
