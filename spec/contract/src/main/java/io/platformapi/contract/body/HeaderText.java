package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.Example;
import io.platformapi.contract.Header;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.schema.Fault;
import io.platformapi.contract.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text of a documented header field, of a response or of a part: lists and objects by commas (style
 * {@code simple}), JSON where {@code content} says so.
 */
public record HeaderText(Header header) {

    /** What is wrong with a text. Many servers send objects as JSON though the document does not say so; it is read. */
    public List<Fault> faults(String text) {
        return header.schema().faults(value(text));
    }

    private JsonNode value(String text) {
        if (header.schema().is(Type.OBJECT) && text.startsWith("{")) {
            return Json.meant(TextNode.valueOf(text), header.schema());
        }
        return new ParameterReader(header.asParameter()).fromText(text);
    }

    /** The text that the document shows, if it shows one. */
    Optional<String> documented() {
        Stream<JsonNode> examples = header.examples().values().stream().map(Example::value);
        Stream<JsonNode> ofSchema = Stream.of("const", "example", "default").map(header.schema()::keyword);
        Stream<JsonNode> firsts = Stream.of("examples", "enum")
                .map(name -> header.schema().keyword(name).path(0));
        return Stream.of(examples, ofSchema, firsts)
                .flatMap(values -> values)
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .map(this::spelled);
    }

    /** The text of a value; none of null, and a text in the place of an object or a list as it stands. */
    public String spelled(JsonNode value) {
        boolean shown = value.isTextual() && !header.schema().is(Type.STRING);
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return shown ? value.asText() : ParameterWriter.plain(header.asParameter(), value);
    }
}
