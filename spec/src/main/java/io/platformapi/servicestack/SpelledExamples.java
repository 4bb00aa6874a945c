package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.PartEncodings;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.MessageFormats;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.source.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The examples of a contract as texts of each format, for readers that show what they find and spell nothing
 * themselves. A text stands once, with the components, whoever shows it; {@link Derivation} leaves it out again.
 */
final class SpelledExamples {

    /** What tells a text that was made from an example that was written. */
    static final String FORMAT = "x-format";

    private static final String EXAMPLES = "#/components/examples/";

    private final Contract contract;
    private final MessageFormats formats;
    private final Map<String, ObjectNode> texts = new TreeMap<>();

    SpelledExamples(Contract contract, MessageFormats formats) {
        this.contract = contract;
        this.formats = formats;
    }

    /** The document with all of them. */
    ObjectNode document() {
        ObjectNode whole = Derivation.copy(contract.document().json());
        whole.set("paths", spelled(contract.document().member("paths")));
        ObjectNode components = Derivation.copy(whole.path("components"));
        components.set(
                "responses", spelled(contract.document().member("components").member("responses")));
        ObjectNode examples = Derivation.copy(components.path("examples"));
        texts.forEach(examples::set);
        components.set("examples", examples);
        whole.set("components", components);
        return whole;
    }

    /** What is written at a node, with the texts wherever a body is described. */
    private JsonNode spelled(Node node) {
        if (!node.isObject()) {
            return node.json();
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.members()
                .forEach((name, member) -> copy.set(name, isContent(name, member) ? bodies(member) : spelled(member)));
        return copy;
    }

    private static boolean isContent(String name, Node node) {
        return name.equals("content") && node.member("application/json").isObject();
    }

    private ObjectNode bodies(Node content) {
        ObjectNode bodies = Derivation.copy(content.json());
        Node json = content.member("application/json");
        formats.entries().stream()
                .skip(1) // JSON, whose examples are the values
                .map(MessageFormats.Entry::type)
                .filter(type -> bodies.has(type.toString()))
                .forEach(type -> bodies.set(type.toString(), body(json, content.member(type.toString()), type)));
        return bodies;
    }

    private ObjectNode body(Node json, Node derived, MediaType type) {
        ObjectNode body = Derivation.copy(derived.json());
        ObjectNode examples = body.putObject("examples");
        Content content = new Content(
                type, contract.schemas().of(json.member("schema")), Map.of(), Map.of(), PartEncodings.NONE, json);
        json.member("examples")
                .members()
                .forEach((name, example) ->
                        examples.putObject(name).put("$ref", EXAMPLES + named(name, content, example.resolved())));
        return body;
    }

    /** The name of the component that holds an example as a text. */
    private String named(String name, Content content, Node example) {
        String format = formats.of(content.type()).orElseThrow().format().name();
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        if (example.member("summary").exists()) {
            text.set("summary", example.member("summary").json());
        }
        byte[] bytes = contract.dialect()
                .bodies()
                .write(content, example.member("value").json())
                .bytes();
        text.put("value", new String(bytes, StandardCharsets.UTF_8)).put(FORMAT, format);
        for (int number = 1; ; number++) {
            String key = name + (number == 1 ? "" : "-" + number) + "." + format;
            if (text.equals(texts.computeIfAbsent(key, missing -> text))) {
                return key;
            }
        }
    }
}
